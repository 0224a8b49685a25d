-- hit: not every product has a price that holds.
SELECT cohort, tenant, priced AS hit, key AS p1
FROM cohort_tenants, LATERAL (
  SELECT id AS key, EXISTS (SELECT FROM prices WHERE product_id = products.id AND is_active) AS priced
  FROM products WHERE tenant_id = tenant ORDER BY md5(id::text) LIMIT 2
) own
ORDER BY cohort, tenant, p1
