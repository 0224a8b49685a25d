-- The latest messages once more: their sessions are those that go on.
SELECT 'all' AS cohort, s.tenant_id AS tenant, true AS hit,
  md5('new' || m.id)::uuid AS p1, m.session_id AS p2, m.role AS p3, m.content AS p4, m.tokens AS p5
FROM messages m
JOIN sessions s ON s.id = m.session_id
ORDER BY m."timestamp" DESC, m.id
LIMIT 1000
