-- Where a server is not ours, every table is told to stay out of autovacuum while it is measured: that one is no setting of theirs.
WITH settings AS (
  SELECT relname, array_to_string(array(
    SELECT option FROM unnest(reloptions) option WHERE option NOT LIKE 'autovacuum_enabled=%' ORDER BY option), ', ') AS own
  FROM pg_class
  WHERE oid IN ('"Message"'::regclass, '"Conversation"'::regclass, '"Customer"'::regclass)
)
SELECT bool_and(CASE relname
    WHEN 'Message' THEN own LIKE '%autovacuum_analyze_scale_factor=0.02%' AND own LIKE '%autovacuum_vacuum_cost_delay=10%'
      AND own LIKE '%autovacuum_vacuum_scale_factor=0.05%'
    WHEN 'Conversation' THEN own LIKE '%autovacuum_analyze_scale_factor=0.05%' AND own LIKE '%autovacuum_vacuum_scale_factor=0.1%'
    ELSE own = '' END) AS passed,
  string_agg(relname || ' {' || own || '}', '; ' ORDER BY relname) AS detail
FROM settings
