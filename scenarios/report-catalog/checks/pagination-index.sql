-- A composite index for a page sorted by date, and one for a page sorted by cost, each with the key that breaks ties.
SELECT count(*) = 2 AS passed,
  format('composite indexes on reports for sorting by: %s', coalesce(string_agg(DISTINCT a.attname, ', '), 'nothing')) AS detail
FROM pg_index i
JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'reports'::regclass AND i.indnatts > 1 AND a.attname IN ('created_at', 'total_cost')
