WITH counted (name, rows) AS (
  SELECT 'Customer', count(*) FROM "Customer"
  UNION ALL SELECT 'CustomerAddress', count(*) FROM "CustomerAddress"
  UNION ALL SELECT 'Conversation', count(*) FROM "Conversation"
  UNION ALL SELECT 'Message', count(*) FROM "Message"
  UNION ALL SELECT 'MemoryNote', count(*) FROM "MemoryNote"
  UNION ALL SELECT 'JobItem', count(*) FROM "JobItem"
  UNION ALL SELECT 'JobEvent', count(*) FROM "JobEvent"
), compared AS (
  SELECT name, rows, reltuples::bigint AS believed FROM counted
  JOIN pg_class ON oid = format('public.%I', name)::regclass
)
SELECT bool_and(abs(believed - rows) <= 0.05 * rows) AS passed,
  coalesce(string_agg(name || ': ' || believed || ' believed, ' || rows || ' there', '; ' ORDER BY name)
    FILTER (WHERE abs(believed - rows) > 0.05 * rows), 'all seven are') AS detail
FROM compared
