WITH counted AS (
  SELECT relname, (SELECT count(*) FROM pg_index WHERE indrelid = c.oid) AS indexes, pg_total_relation_size(oid) AS bytes
  FROM pg_class c
  WHERE oid IN ('"Message"'::regclass, '"Conversation"'::regclass, '"Customer"'::regclass)
)
SELECT bool_and(indexes = CASE relname WHEN 'Message' THEN 6 WHEN 'Conversation' THEN 8 ELSE 3 END) AS passed,
  string_agg(relname || ' ' || indexes || ' indexes, ' || pg_size_pretty(bytes) || ' with them', '; ' ORDER BY relname) AS detail
FROM counted
