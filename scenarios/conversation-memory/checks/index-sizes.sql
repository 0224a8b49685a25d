-- One database knows nothing of the other: the sizes of both arms stand beside each other in the report. A b-tree built anew fills
-- its leaves to 90 %; an entry of 16, 16 or 24 bytes, with its item pointer and header, takes 28 to 36 (fewer where equal keys share).
WITH sized AS (
  SELECT c.relname AS name, pg_relation_size(c.oid) AS bytes, c.reltuples AS entries, c.relam = (SELECT oid FROM pg_am WHERE amname = 'btree') AS btree
  FROM pg_class c
  WHERE c.relname IN ('Message_content_fts_idx', 'Message_conversation_id_created_at_idx',
    'Conversation_customer_id_started_at_idx', 'Conversation_lead_open_unique')
)
SELECT bool_and(NOT btree OR bytes <= 1.15 * 36 * entries / 0.9 + 3 * 8192) AS passed,
  string_agg(name || ' ' || pg_size_pretty(bytes), ', ' ORDER BY name) AS detail
FROM sized
