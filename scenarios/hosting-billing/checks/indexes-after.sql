-- The report's own query.
SELECT count(*) = 397 AS passed, count(*) || ' indexes' AS detail
FROM pg_indexes
WHERE schemaname = 'public'
