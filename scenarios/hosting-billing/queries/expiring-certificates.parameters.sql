-- Days after the migration; the data ends with its day.
SELECT 'all' AS cohort, NULL AS tenant, true AS hit, timestamptz '2025-12-03 00:00:00+00' + day * interval '1 day' AS p1
FROM generate_series(0, 60, 15) AS day
ORDER BY p1
