-- An empty B-tree has one page. 95 of them are more than the database is said to have.
SELECT indexes * page <= 200 * 1024 AS passed,
  format('%s indexes take at least %s before any row is in', indexes, pg_size_pretty(indexes * page)) AS detail
FROM (
  SELECT count(*) AS indexes, current_setting('block_size')::bigint AS page FROM pg_indexes WHERE schemaname = 'public'
) s
