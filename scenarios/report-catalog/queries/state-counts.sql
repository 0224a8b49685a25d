SELECT state, count(*) AS reports
FROM reports
WHERE deleted_at IS NULL
GROUP BY state
ORDER BY state
