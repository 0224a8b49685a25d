-- Tokens come in as hashes. An index on (user_id, expires_at) can at most be read as a whole in place of its table.
SELECT count(DISTINCT i.indrelid) = 3 AS passed,
  format('%s of 3 token tables have an index that begins with token_hash; one that does not can only be read whole',
    count(DISTINCT i.indrelid)) AS detail
FROM pg_index i
JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0] AND a.attname = 'token_hash'
WHERE i.indrelid IN ('shared.refresh_tokens'::regclass, 'shared.email_verification_tokens'::regclass,
  'shared.password_reset_tokens'::regclass)
