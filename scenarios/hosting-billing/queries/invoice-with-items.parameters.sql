-- Of each tenant of the cohorts two invoices that have items.
SELECT cohort, tenant, true AS hit, key AS p1
FROM cohort_tenants, LATERAL (
  SELECT id AS key FROM invoices WHERE tenant_id = tenant AND EXISTS (SELECT FROM invoice_items WHERE invoice_id = invoices.id) ORDER BY md5(id::text) LIMIT 2
) own
ORDER BY cohort, tenant, p1
