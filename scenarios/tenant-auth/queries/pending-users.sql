SELECT id, email, role, pending_profile_data, created_at
FROM shared.users
WHERE tenant_id = $1 AND status = $2 AND pending_profile_data IS NOT NULL
ORDER BY created_at, id
