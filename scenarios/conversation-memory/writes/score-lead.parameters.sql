SELECT 'recent' AS cohort, NULL AS tenant, true AS hit, id AS p1, 1 + row_number() OVER (ORDER BY created_at DESC, id) % 7 AS p2
FROM "Lead"
ORDER BY created_at DESC, id
LIMIT 480
