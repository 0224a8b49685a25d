SELECT *
FROM reports
WHERE deleted_at IS NULL
ORDER BY created_at DESC, report_id
LIMIT 20 OFFSET $1
