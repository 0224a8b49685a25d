SELECT c.code, count(*) AS used, sum(u.discount) AS discount
FROM promo_code_usage u
JOIN promo_codes c ON c.id = u.promo_code_id
WHERE u.tenant_id = $1
GROUP BY c.code
ORDER BY used DESC, c.code
LIMIT 20
