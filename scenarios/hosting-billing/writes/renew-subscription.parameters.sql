SELECT 'all' AS cohort, NULL AS tenant, true AS hit, id AS p1
FROM subscriptions
ORDER BY next_billing_at, id
LIMIT 1000
