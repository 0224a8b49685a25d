SELECT 'all' AS cohort, NULL AS tenant, true AS hit, p1
FROM (VALUES ('user'), ('assistant'), ('system')) AS roles (p1)
ORDER BY p1
