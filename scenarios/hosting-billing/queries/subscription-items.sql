SELECT id, invoice_id, description, amount
FROM invoice_items
WHERE subscription_id = $1
ORDER BY id
