SELECT count(*) = 97 AS passed, count(*) || ' tables' AS detail
FROM pg_tables
WHERE schemaname = 'public'
