SELECT DISTINCT u.id, u.name
FROM role_permissions p
JOIN roles r ON r.id = p.role_id
JOIN user_roles m ON m.role_id = r.id
JOIN users u ON u.id = m.user_id
WHERE p.permission_id = $2 AND r.tenant_id = $1
ORDER BY u.id
