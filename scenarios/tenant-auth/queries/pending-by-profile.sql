SELECT id, tenant_id, email, pending_profile_data
FROM shared.users
WHERE pending_profile_data @> $1
ORDER BY created_at, id
