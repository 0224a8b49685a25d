SELECT count(*) = 344 AS passed, count(*) || ' indexes' AS detail
FROM pg_indexes
WHERE schemaname = 'public'
