SELECT id, name, domain, schema_name, status
FROM shared.tenants
WHERE schema_name = $1
