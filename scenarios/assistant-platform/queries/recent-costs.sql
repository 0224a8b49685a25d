SELECT service, count(*) AS events, sum(cost) AS cost
FROM cost_events
WHERE "timestamp" >= $1
GROUP BY service
ORDER BY service
