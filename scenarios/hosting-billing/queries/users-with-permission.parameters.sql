SELECT cohort, tenant, EXISTS (
  SELECT FROM roles r
  JOIN role_permissions p ON p.role_id = r.id
  JOIN user_roles m ON m.role_id = r.id
  WHERE r.tenant_id = tenant AND p.permission_id = permission
) AS hit, tenant AS p1, permission AS p2
FROM cohort_tenants, LATERAL (
  SELECT p.permission_id AS permission
  FROM role_permissions p JOIN roles r ON r.id = p.role_id
  WHERE r.tenant_id = tenant
  ORDER BY md5(p.id::text) LIMIT 1
) own
ORDER BY cohort, tenant, p2
