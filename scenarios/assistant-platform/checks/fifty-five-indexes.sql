-- The report's own verification query.
SELECT count(*) = 55 AS passed, count(*) || ' indexes' AS detail
FROM pg_indexes
WHERE schemaname = 'public' AND indexname LIKE 'idx_%'
