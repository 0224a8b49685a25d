SELECT 'all' AS cohort, NULL AS tenant, true AS hit, (SELECT max(id) FROM audit_logs) + row_number() OVER (ORDER BY id DESC) AS p1,
  tenant_id AS p2, user_id AS p3, action AS p4, entity_type AS p5, ip_address AS p6, changes AS p7
FROM audit_logs
ORDER BY id DESC
LIMIT 1000
