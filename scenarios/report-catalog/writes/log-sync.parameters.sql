SELECT 'all' AS cohort, organization_id AS tenant, true AS hit, md5('log' || id)::uuid AS p1, organization_id AS p2,
  integration_id AS p3, sync_type AS p4, status AS p5
FROM ascora_sync_logs
ORDER BY created_at DESC, id
LIMIT 1000
