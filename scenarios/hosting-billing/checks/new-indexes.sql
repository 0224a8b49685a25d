-- Those there were before are counted by the check indexes-before.
SELECT count(*) - 344 = 53 AS passed, count(*) - 344 || ' new indexes' AS detail
FROM pg_indexes
WHERE schemaname = 'public'
