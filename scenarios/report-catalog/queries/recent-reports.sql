SELECT count(*) AS reports
FROM reports
WHERE created_at > $1 AND deleted_at IS NULL
