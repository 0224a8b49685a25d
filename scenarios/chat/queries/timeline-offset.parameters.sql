-- The first page, and the one a tenth of the way down.
SELECT cohort, tenant, true AS hit, p1
FROM cohort_tenants, LATERAL (VALUES (0), (rows / 10)) AS offsets (p1)
ORDER BY cohort, tenant, p1
