-- The latest messages once more: their conversations are those that go on.
SELECT 'all' AS cohort, tenant_id AS tenant, true AS hit,
  (SELECT max(id) FROM messages) + row_number() OVER (ORDER BY id DESC) AS p1,
  tenant_id AS p2, conversation_id AS p3, sender_id AS p4, body AS p5, metadata AS p6
FROM messages
ORDER BY id DESC
LIMIT 1000
