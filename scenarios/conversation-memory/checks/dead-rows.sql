SELECT sum(n_dead_tup) = 0 AS passed,
  string_agg(relname || ' ' || n_dead_tup, ', ' ORDER BY relname) AS detail
FROM pg_stat_user_tables
WHERE relname IN ('Message', 'Conversation', 'Customer', 'Lead', 'Job', 'CustomerAddress')
