-- Rooms of each tenant, and one that nobody has opened.
SELECT cohort, NULL AS tenant, true AS hit, room_name AS p1
FROM cohort_tenants, LATERAL (
  SELECT room_name FROM meetings WHERE tenant_id = tenant ORDER BY md5(id::text) LIMIT 2
) own
UNION ALL
SELECT 'none', NULL, false, 'no-such-room'
ORDER BY cohort, hit DESC, p1
