SELECT u.id, u.tenant_id, u.name, u.role, a.expires
FROM auth_sessions a
JOIN users u ON u.id = a.user_id
WHERE a.session_token = $1
