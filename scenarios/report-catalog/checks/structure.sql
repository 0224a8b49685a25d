SELECT tables = 20 AND indexes = 95 AND keys = 20 AS passed,
  format('%s tables, %s indexes, %s foreign keys', tables, indexes, keys) AS detail
FROM (
  SELECT (SELECT count(*) FROM pg_tables WHERE schemaname = 'public') AS tables,
    (SELECT count(*) FROM pg_indexes WHERE schemaname = 'public') AS indexes,
    (SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace) AS keys
) AS counts
