SELECT cohort, tenant, EXISTS (SELECT FROM organization_members m WHERE m.organization_id = tenant) AS hit, tenant AS p1
FROM cohort_tenants
ORDER BY cohort, tenant
