SELECT status, count(*), avg(score)::numeric(10, 4) AS score FROM "Lead"
WHERE created_at >= $1
GROUP BY status
ORDER BY status
