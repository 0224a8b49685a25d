INSERT INTO shared.users (id, email, password_hash, role, tenant_id, is_verified, status, pending_profile_data)
VALUES ($1, $2, $3, $4, $5, false, 'pending', $6)
