-- The report's own query.
SELECT count(*) = 1 AS passed, coalesce(string_agg(column_name || ' ' || data_type, ', '), 'no such column') AS detail
FROM information_schema.columns
WHERE table_name = 'cloud_pod_jobs' AND column_name = 'idempotency_key'
