SELECT cohort, tenant, EXISTS (SELECT FROM cost_summaries WHERE tenant_id = tenant AND period_type = 'month') AS hit, tenant AS p1
FROM cohort_tenants
ORDER BY cohort, tenant
