-- VACUUM frees the space inside the pages for later rows; it gives pages back only at the end of a table. A row takes its size,
-- rounded up to eight bytes, and four more; a page has room for 8168. Tables of a few pages are never full.
WITH sized (name, need) AS (
  SELECT 'Message', sum((pg_column_size(t) + 7) / 8 * 8 + 4) FROM "Message" t
  UNION ALL SELECT 'Conversation', sum((pg_column_size(t) + 7) / 8 * 8 + 4) FROM "Conversation" t
  UNION ALL SELECT 'Customer', sum((pg_column_size(t) + 7) / 8 * 8 + 4) FROM "Customer" t
  UNION ALL SELECT 'Lead', sum((pg_column_size(t) + 7) / 8 * 8 + 4) FROM "Lead" t
  UNION ALL SELECT 'Job', sum((pg_column_size(t) + 7) / 8 * 8 + 4) FROM "Job" t
), pages AS (
  SELECT name, ceil(need / 8168.0) AS needed, pg_relation_size(format('public.%I', name)::regclass) / 8192 AS taken
  FROM sized
)
SELECT bool_and(needed >= 0.8 * taken - 2) AS passed,
  string_agg(name || ' takes ' || taken || ' pages and needs ' || needed, ', ' ORDER BY name) AS detail
FROM pages
