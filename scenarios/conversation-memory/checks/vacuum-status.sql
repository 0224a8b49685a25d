SELECT bool_and(coalesce(last_vacuum > now() - interval '1 hour' AND last_analyze > now() - interval '1 hour', false)) AS passed,
  count(*) FILTER (WHERE last_vacuum > now() - interval '1 hour') || ' of 5 vacuumed, '
    || count(*) FILTER (WHERE last_analyze > now() - interval '1 hour') || ' of 5 analysed within the hour' AS detail
FROM pg_stat_user_tables
WHERE relname IN ('Message', 'Conversation', 'Customer', 'Lead', 'Job')
