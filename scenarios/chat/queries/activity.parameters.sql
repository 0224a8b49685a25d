-- Since the last tenth and the last third of each tenant's messages.
SELECT cohort, tenant, true AS hit, percentile_disc(share) WITHIN GROUP (ORDER BY created_at) AS p1
FROM cohort_tenants
JOIN messages ON tenant_id = tenant
CROSS JOIN (VALUES (0.67), (0.9)) AS shares (share)
GROUP BY cohort, tenant, share
ORDER BY cohort, tenant, p1
