SELECT cohort, tenant, EXISTS (SELECT FROM budget_alerts WHERE tenant_id = tenant AND NOT resolved) AS hit, tenant AS p1
FROM cohort_tenants
ORDER BY cohort, tenant
