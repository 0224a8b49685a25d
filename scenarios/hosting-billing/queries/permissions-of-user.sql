SELECT DISTINCT p.name
FROM user_roles u
JOIN role_permissions r ON r.role_id = u.role_id
JOIN permissions p ON p.id = r.permission_id
WHERE u.user_id = $1
ORDER BY p.name
