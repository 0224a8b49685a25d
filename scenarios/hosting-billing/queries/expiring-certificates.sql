SELECT id, tenant_id, domain_name, expires_at
FROM ssl_certificates
WHERE expires_at BETWEEN $1::timestamptz AND $1::timestamptz + interval '3 days' AND auto_renew
ORDER BY expires_at, id
