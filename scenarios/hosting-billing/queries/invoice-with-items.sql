SELECT i.number, i.status, i.total, l.id, l.description, l.quantity, l.amount
FROM invoices i
JOIN invoice_items l ON l.invoice_id = i.id
WHERE i.id = $1
ORDER BY l.id
