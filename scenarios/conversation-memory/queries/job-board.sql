SELECT status, count(*), sum(total) AS total FROM "Job"
WHERE created_at >= $1
GROUP BY status
ORDER BY status
