(SELECT 'known' AS cohort, id AS tenant, true AS hit, domain AS p1
FROM shared.tenants WHERE domain IS NOT NULL ORDER BY md5(id::text) LIMIT 6)
UNION ALL
SELECT 'unknown', NULL, false, 'nowhere.invalid'
ORDER BY cohort, p1
