SELECT id, domain_name, issuer, expires_at
FROM ssl_certificates
WHERE tenant_id = $1
ORDER BY expires_at, id
LIMIT 50
