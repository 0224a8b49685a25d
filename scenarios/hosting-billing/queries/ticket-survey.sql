SELECT id, score, comment
FROM csat_surveys
WHERE ticket_id = $1
ORDER BY id
