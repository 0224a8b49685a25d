SELECT cohort, tenant, true AS hit, key AS p1
FROM cohort_tenants, LATERAL (
  SELECT subscription_id AS key FROM promo_code_usage WHERE tenant_id = tenant
  GROUP BY subscription_id ORDER BY md5(subscription_id::text) LIMIT 2
) own
ORDER BY cohort, tenant, p1
