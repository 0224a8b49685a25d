-- The report's table, and what the catalogue says.
SELECT count(*) FILTER (WHERE claimed IS DISTINCT FROM found) = 0 AS passed,
  count(*) FILTER (WHERE claimed = found) || ' of ' || count(*) || ' tables as listed'
    || coalesce('; not ' || string_agg(tablename || ': ' || coalesce(found, 0) || ' instead of ' || coalesce(claimed, 0), ', ')
         FILTER (WHERE claimed IS DISTINCT FROM found), '') AS detail
FROM (VALUES
  ('cost_events', 6), ('sessions', 6), ('budget_alerts', 5), ('meetings', 5), ('knowledge_documents', 4),
  ('messages', 4), ('users', 4), ('ai_personalities', 3), ('auth_sessions', 3), ('cost_summaries', 3),
  ('knowledge_chunks', 3), ('widgets', 3), ('accounts', 2), ('tenants', 2), ('verification_tokens', 2)
) AS report (tablename, claimed)
FULL JOIN (
  SELECT tablename, count(*) AS found
  FROM pg_indexes
  WHERE schemaname = 'public' AND indexname LIKE 'idx_%'
  GROUP BY tablename
) AS catalogue USING (tablename)
