-- The operator of the platform looks over all tenants.
SELECT 'all' AS cohort, NULL AS tenant, true AS hit, status AS p1
FROM (VALUES ('suspended'), ('rejected'), ('pending')) AS states (status)
ORDER BY p1
