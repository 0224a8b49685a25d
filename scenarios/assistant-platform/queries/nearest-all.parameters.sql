-- Drawn as tenants ask: the larger, the more.
SELECT 'all' AS cohort, NULL AS tenant, true AS hit, embedding AS p1
FROM held_out_questions
ORDER BY md5(id::text)
LIMIT 24
