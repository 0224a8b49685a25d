SELECT id, email, password_hash, role, tenant_id, is_verified, status
FROM shared.users
WHERE email = $1
