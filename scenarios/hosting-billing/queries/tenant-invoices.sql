SELECT id, number, customer_id, status, total
FROM invoices
WHERE tenant_id = $1
ORDER BY created_at DESC, id
LIMIT 50
