INSERT INTO invoice_items (id, invoice_id, subscription_id, product_id, description, quantity, amount, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, now())
