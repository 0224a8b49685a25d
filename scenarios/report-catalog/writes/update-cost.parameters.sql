SELECT 'all' AS cohort, NULL AS tenant, true AS hit, report_id AS p1, 110.00 AS p2
FROM reports
WHERE deleted_at IS NULL
ORDER BY created_at DESC, report_id
LIMIT 1000
