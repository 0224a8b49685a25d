SELECT id, name, domain, theme
FROM widgets
WHERE tenant_id = $1 AND is_active
ORDER BY name, id
