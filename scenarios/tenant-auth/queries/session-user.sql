SELECT u.id, u.email, u.role, u.status, t.schema_name, t.name
FROM shared.users u
LEFT JOIN shared.tenants t ON t.id = u.tenant_id
WHERE u.id = $1
