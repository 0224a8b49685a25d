-- Soft, as the application does it.
SELECT 'all' AS cohort, NULL AS tenant, true AS hit, report_id AS p1
FROM reports
WHERE deleted_at IS NULL
ORDER BY md5(report_id::text)
LIMIT 1000
