-- hit: not every subscription has been billed.
SELECT cohort, tenant, billed AS hit, key AS p1
FROM cohort_tenants, LATERAL (
  SELECT id AS key, EXISTS (SELECT FROM invoice_items WHERE subscription_id = subscriptions.id) AS billed
  FROM subscriptions WHERE tenant_id = tenant ORDER BY md5(id::text) LIMIT 2
) own
ORDER BY cohort, tenant, p1
