SELECT 'all' AS cohort, NULL AS tenant, true AS hit, p1
FROM (VALUES ('warning'), ('critical')) AS severities (p1)
ORDER BY p1
