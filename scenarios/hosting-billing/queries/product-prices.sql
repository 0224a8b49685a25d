SELECT id, currency, period, amount
FROM prices
WHERE product_id = $1 AND is_active
ORDER BY id
