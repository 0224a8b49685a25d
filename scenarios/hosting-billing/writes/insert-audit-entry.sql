INSERT INTO audit_logs (id, tenant_id, user_id, action, entity_type, ip_address, changes, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, now())
