(SELECT 'known' AS cohort, NULL AS tenant, true AS hit, claim_number AS p1
FROM reports WHERE claim_number IS NOT NULL AND deleted_at IS NULL ORDER BY md5(report_id::text) LIMIT 6)
UNION ALL
SELECT 'unknown', NULL, false, 'CLM-0'
ORDER BY cohort, p1
