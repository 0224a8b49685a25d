-- Drawn as tenants ask: the larger, the more. Sixty, so that what is missed can be told from chance.
SELECT 'all' AS cohort, NULL AS tenant, true AS hit, embedding AS p1
FROM held_out_questions
ORDER BY md5(id::text)
LIMIT 60
