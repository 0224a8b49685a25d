SELECT u.id, u.password_hash, u.status, r.role_id
FROM users u
LEFT JOIN user_roles r ON r.user_id = u.id
WHERE u.email = $1
ORDER BY r.role_id
