-- The last three months.
SELECT DISTINCT 'all' AS cohort, NULL AS tenant, true AS hit, period_start AS p1
FROM cost_summaries
WHERE period_type = 'month'
ORDER BY p1 DESC
LIMIT 3
