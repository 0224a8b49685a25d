-- tenant_id and another column.
WITH migration AS (
  SELECT t.relname AS tablename, i.relname AS indexname, x.indnkeyatts AS columns, a.amname AS method,
    (SELECT attname FROM pg_attribute WHERE attrelid = t.oid AND attnum = x.indkey[0]) AS first_column,
    EXISTS (
      SELECT FROM pg_constraint c WHERE c.contype = 'f' AND c.conrelid = t.oid AND c.conkey = ARRAY[x.indkey[0]]
    ) AS on_foreign_key
  FROM pg_index x
  JOIN pg_class i ON i.oid = x.indexrelid
  JOIN pg_class t ON t.oid = x.indrelid
  JOIN pg_am a ON a.oid = i.relam
  WHERE i.relname LIKE 'idx_%' AND i.relnamespace = 'public'::regnamespace
)
SELECT count(*) = 5 AS passed, count(*) || ' indexes: ' || string_agg(indexname, ', ' ORDER BY indexname) AS detail
FROM migration
WHERE first_column = 'tenant_id' AND columns > 1
