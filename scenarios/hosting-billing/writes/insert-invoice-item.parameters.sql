SELECT 'all' AS cohort, NULL AS tenant, true AS hit, (SELECT max(id) FROM invoice_items) + row_number() OVER (ORDER BY id DESC) AS p1,
  invoice_id AS p2, subscription_id AS p3, product_id AS p4, description AS p5, quantity AS p6, amount AS p7
FROM invoice_items
ORDER BY id DESC
LIMIT 1000
