SELECT DISTINCT p.permission_name
FROM shared.users u
LEFT JOIN shared.user_roles a ON a.user_id = u.id
JOIN shared.roles r ON r.name IN (u.role, a.role_name)
JOIN shared.role_permissions p ON p.role_name = r.name
WHERE u.id = $1
ORDER BY p.permission_name
