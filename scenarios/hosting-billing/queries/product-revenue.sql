SELECT count(*) AS items, sum(amount * quantity) AS revenue
FROM invoice_items
WHERE product_id = $1
