SELECT 'all' AS cohort, NULL AS tenant, true AS hit, (SELECT max(id) FROM payments) + row_number() OVER (ORDER BY id DESC) AS p1,
  invoice_id AS p2, customer_id AS p3, tenant_id AS p4, amount AS p5,
  'pi_new_' || row_number() OVER (ORDER BY id DESC) AS p6
FROM payments
ORDER BY id DESC
LIMIT 1000
