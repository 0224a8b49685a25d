SELECT 'all' AS cohort, tenant_id AS tenant, true AS hit, md5('new' || id)::uuid AS p1, tenant_id AS p2,
  session_id AS p3, service AS p4, model AS p5, units AS p6, cost AS p7
FROM cost_events
ORDER BY "timestamp" DESC, id
LIMIT 1000
