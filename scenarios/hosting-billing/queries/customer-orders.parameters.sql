SELECT cohort, tenant, true AS hit, key AS p1
FROM cohort_tenants, LATERAL (
  SELECT customer_id AS key FROM stripe_orders WHERE tenant_id = tenant
  GROUP BY customer_id ORDER BY md5(customer_id::text) LIMIT 2
) own
ORDER BY cohort, tenant, p1
