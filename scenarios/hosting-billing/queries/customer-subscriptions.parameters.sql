SELECT cohort, tenant, true AS hit, tenant AS p1, key AS p2
FROM cohort_tenants, LATERAL (
  SELECT customer_id AS key FROM subscriptions WHERE tenant_id = tenant
  GROUP BY customer_id ORDER BY md5(customer_id::text) LIMIT 2
) own
ORDER BY cohort, tenant, p1, p2
