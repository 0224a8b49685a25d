-- All administrators and all teachers of a school, as its settings list them.
SELECT cohort, tenant, EXISTS (SELECT FROM shared.users u WHERE u.tenant_id = tenant AND u.role = wanted) AS hit,
  tenant AS p1, wanted AS p2
FROM cohort_tenants, (VALUES ('admin'), ('teacher')) AS roles (wanted)
ORDER BY cohort, tenant, p2
