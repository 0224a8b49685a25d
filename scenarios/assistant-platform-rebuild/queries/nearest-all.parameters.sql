-- Drawn as tenants ask: the larger, the more. A hundred, so that a loss of recall can be told from chance.
SELECT 'all' AS cohort, NULL AS tenant, true AS hit, embedding AS p1
FROM held_out_questions
ORDER BY md5(id::text)
LIMIT 100
