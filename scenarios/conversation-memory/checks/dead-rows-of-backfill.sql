SELECT count(*) FILTER (WHERE n_dead_tup > 0) = 2
    AND bool_and(n_dead_tup > 0) FILTER (WHERE relname IN ('Lead', 'Job')) AS passed,
  coalesce(string_agg(relname || ' ' || n_dead_tup || ' dead of ' || n_live_tup || ' live', ', ' ORDER BY relname)
    FILTER (WHERE n_dead_tup > 0), 'no table has any') AS detail
FROM pg_stat_user_tables
WHERE relname IN ('Message', 'Conversation', 'Customer', 'Lead', 'Job')
