SELECT id, domain_name, php_version, disk_mb
FROM websites
WHERE tenant_id = $1 AND status = 'active'
ORDER BY domain_name, id
LIMIT 50
