-- What a row takes in the four indexes of messages, times 1,000,000 and 5,000,000.
WITH measured AS (
  SELECT (
    pg_relation_size('idx_messages_session_id') + pg_relation_size('idx_messages_timestamp')
    + pg_relation_size('idx_messages_session_timestamp') + pg_relation_size('idx_messages_role')
  )::numeric / (SELECT count(*) FROM messages) AS bytes
)
SELECT bytes * 1e6 >= 100e6 AND bytes * 5e6 <= 500e6 AS passed,
  format('%s bytes a row in four indexes: %s MB with 1,000,000 and %s MB with 5,000,000', round(bytes),
    round(bytes), round(bytes * 5)) AS detail
FROM measured
