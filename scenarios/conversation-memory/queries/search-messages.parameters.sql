-- Names of parts, which few messages hold, and two words together.
SELECT 'rare' AS cohort, NULL AS tenant, true AS hit, 'ZX' || part AS p1
FROM generate_series(1000, 1048, 8) part
UNION ALL
SELECT 'two words', NULL, true, words FROM (VALUES ('photo ZX1003'), ('quote ZX1011'), ('noise ZX1020')) v (words)
UNION ALL
SELECT 'none', NULL, false, 'ZX9999'
ORDER BY cohort, p1
