SELECT 'all' AS cohort, NULL AS tenant, true AS hit, timestamptz '2025-12-03 00:00:00+00' - days * interval '1 day' AS p1
FROM generate_series(0, 40, 10) AS days
ORDER BY p1
