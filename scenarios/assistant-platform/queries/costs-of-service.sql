SELECT model, count(*) AS events, sum(cost) AS cost
FROM cost_events
WHERE service = $1 AND "timestamp" >= $2
GROUP BY model
ORDER BY model
