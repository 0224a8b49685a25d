SELECT coalesce(bool_or(i.indisunique), false) AS passed,
  coalesce(string_agg(i.indexrelid::regclass || CASE WHEN i.indisunique THEN ' is unique' ELSE ' is not unique' END, ', '),
    'no index') AS detail
FROM pg_index i
JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'cloud_pod_jobs'::regclass AND a.attname = 'idempotency_key'
