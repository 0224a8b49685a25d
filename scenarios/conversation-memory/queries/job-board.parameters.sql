SELECT cohort, NULL AS tenant, true AS hit, since AS p1
FROM (VALUES ('all time', '2024-01-01 00:00:00+00'::timestamptz), ('a year', '2024-11-01 00:00:00+00')) v (cohort, since)
ORDER BY cohort
