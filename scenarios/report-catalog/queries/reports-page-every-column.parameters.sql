-- The first page, and those that people still turn to.
SELECT 'page ' || page AS cohort, NULL AS tenant, true AS hit, 20 * (page - 1) AS p1
FROM (VALUES (1), (2), (5)) AS pages (page)
ORDER BY p1
