-- Indexed: beyond the primary key, where there is a column to look rows up by.
WITH family AS (
  SELECT c.oid, EXISTS (
    SELECT FROM pg_index i WHERE i.indrelid = c.oid AND NOT i.indisprimary
  ) OR NOT EXISTS (
    SELECT FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f'
  ) AS indexed
  FROM pg_class c
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname LIKE 'cloud\_pod%'
)
SELECT count(*) = 24 AND bool_and(indexed) AS passed,
  count(*) FILTER (WHERE indexed) || ' of ' || count(*) || ' tables' AS detail
FROM family
