SELECT 'all' AS cohort, NULL AS tenant, true AS hit, timestamptz '2025-12-03 00:00:00+00' + hours * interval '1 hour' AS p1
FROM generate_series(-12, 36, 12) AS hours
ORDER BY p1
