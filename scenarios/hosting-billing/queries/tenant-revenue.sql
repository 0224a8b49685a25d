SELECT date_trunc('month', created_at, 'UTC') AS month, count(*) AS payments, sum(amount) AS revenue
FROM payments
WHERE tenant_id = $1 AND status = 'succeeded'
GROUP BY 1
ORDER BY 1
