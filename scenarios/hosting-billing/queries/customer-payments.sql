SELECT id, invoice_id, amount, status, created_at
FROM payments
WHERE customer_id = $1
ORDER BY created_at DESC, id
