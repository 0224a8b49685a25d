SELECT id, name, role, status
FROM users
ORDER BY id
