SELECT 'all' AS cohort, NULL AS tenant, true AS hit, kind AS p1
FROM (VALUES ('full'), ('database'), ('incremental')) kinds (kind)
ORDER BY p1
