WITH read AS (
  SELECT relname, heap_blks_hit::numeric / nullif(heap_blks_hit + heap_blks_read, 0) AS share
  FROM pg_statio_user_tables
  WHERE relname IN ('Message', 'Conversation', 'Customer', 'Lead', 'Job')
)
SELECT bool_and(share > 0.99) AS passed,
  string_agg(relname || ' ' || coalesce(round(100 * share, 2)::text, 'no reads'), ', ' ORDER BY relname) || ' %, the reads of the migration included' AS detail
FROM read
