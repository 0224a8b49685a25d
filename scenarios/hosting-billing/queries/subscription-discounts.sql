SELECT id, promo_code_id, discount
FROM promo_code_usage
WHERE subscription_id = $1
ORDER BY id
