-- Columns that are named like the key of another table, and are no foreign key.
SELECT count(*) = 0 AS passed,
  format('%s columns name a row of another table without a foreign key%s', count(*),
    coalesce(': ' || string_agg(format('%s.%s (%s)', c.relname, a.attname, format_type(a.atttypid, NULL)), ', '
      ORDER BY c.relname, a.attname), '')) AS detail
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
WHERE a.attname IN ('user_id', 'report_id', 'organization_id', 'owner_id', 'token_id', 'integration_id', 'subscription_id')
  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('f', 'p') AND a.attnum = ANY (k.conkey))
