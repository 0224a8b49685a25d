SELECT e.service, count(*) AS events, sum(e.cost) AS cost
FROM sessions s
JOIN cost_events e ON e.session_id = s.id
WHERE s.id = $1
GROUP BY e.service
ORDER BY e.service
