SELECT count(*) = 45 AS passed, format('%s indexes in schema shared', count(*)) AS detail
FROM pg_indexes
WHERE schemaname = 'shared'
