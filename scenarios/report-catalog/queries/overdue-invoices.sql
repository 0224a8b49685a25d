SELECT id, invoice_number, due_date, total_amount
FROM ascora_invoices
WHERE organization_id = $1 AND status = 'overdue'
ORDER BY due_date, id
LIMIT 50
