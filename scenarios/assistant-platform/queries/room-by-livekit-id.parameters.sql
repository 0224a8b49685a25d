-- Rooms that LiveKit reports, and one that it should not.
SELECT cohort, NULL AS tenant, true AS hit, livekit_room_id AS p1
FROM cohort_tenants, LATERAL (
  SELECT livekit_room_id
  FROM meetings
  WHERE tenant_id = tenant AND livekit_room_id IS NOT NULL
  ORDER BY md5(id::text)
  LIMIT 2
) own
UNION ALL
SELECT 'none', NULL, false, 'RM_no_such_room'
ORDER BY cohort, hit DESC, p1
