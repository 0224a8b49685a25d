-- Most new messages belong to conversations of the last weeks.
SELECT 'recent' AS cohort, NULL AS tenant, true AS hit, md5('written' || n)::uuid AS p1, c.id AS p2,
  'Message number ' || n || ' asks for the next free morning.' AS p3,
  timestamptz '2025-11-02 00:00:00+00' + n * interval '1 minute' AS p4
FROM generate_series(1, 600) n
JOIN (SELECT id, row_number() OVER (ORDER BY started_at DESC, id) AS place FROM "Conversation") c
  ON c.place = 1 + n % (SELECT least(50, count(*)) FROM "Conversation")
ORDER BY n
