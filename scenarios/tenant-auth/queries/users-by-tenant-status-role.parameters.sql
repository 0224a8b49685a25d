SELECT cohort, tenant, EXISTS (
  SELECT FROM shared.users u WHERE u.tenant_id = tenant AND u.status = state AND u.role = wanted
) AS hit, tenant AS p1, state AS p2, wanted AS p3
FROM cohort_tenants, (VALUES ('active', 'teacher'), ('suspended', 'student')) AS filters (state, wanted)
ORDER BY cohort, tenant, p2
