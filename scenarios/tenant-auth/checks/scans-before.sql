-- Which of the four kinds of query has an index that begins with a column of its condition, so that nothing need be scanned?
WITH kinds (kind, relation, keys) AS (
  VALUES
    ('user by email', 'shared.users'::regclass, ARRAY['email']),
    ('users by tenant and role', 'shared.users', ARRAY['tenant_id', 'role']),
    ('pending users', 'shared.users', ARRAY['tenant_id', 'status']),
    ('token verification', 'shared.refresh_tokens', ARRAY['token_hash'])
), served AS (
  SELECT kind, (
    SELECT min(i.indexrelid::regclass::text)
    FROM pg_index i
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
    WHERE i.indrelid = kinds.relation AND a.attname = ANY (keys) AND i.indpred IS NULL
  ) AS index
  FROM kinds
)
SELECT bool_and(index IS NULL) AS passed,
  coalesce('already by index: ' || string_agg(format('%s (%s)', kind, index), ', ' ORDER BY kind)
    FILTER (WHERE index IS NOT NULL), 'none had an index') AS detail
FROM served
