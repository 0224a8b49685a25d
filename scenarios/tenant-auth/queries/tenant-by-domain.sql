SELECT id, name, domain, schema_name, status
FROM shared.tenants
WHERE domain = $1
