-- A block that is not in shared buffers counts as read, also where the operating system had it in memory.
SELECT sum(heap_blks_read) = 0 AS passed,
  string_agg(relname || ' ' || heap_blks_read || ' of ' || heap_blks_read + heap_blks_hit, ', ' ORDER BY relname) || ' blocks'
    || CASE WHEN sum(heap_blks_read) > 0 THEN ' came from outside: a new database has nothing cached, and VACUUM reads through a small ring'
      ELSE '' END AS detail
FROM pg_statio_user_tables
WHERE relname IN ('Message', 'Conversation', 'Customer', 'Lead', 'Job')
