-- Since the last tenth and the last third of each tenant's costs.
SELECT cohort, tenant, true AS hit, tenant AS p1, percentile_disc(share) WITHIN GROUP (ORDER BY "timestamp") AS p2
FROM cohort_tenants
JOIN cost_events ON tenant_id = tenant
CROSS JOIN (VALUES (0.67), (0.9)) AS shares (share)
GROUP BY cohort, tenant, share
ORDER BY cohort, tenant, p2
