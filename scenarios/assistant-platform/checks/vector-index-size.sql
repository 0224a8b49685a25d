-- What an entry takes, times 100,000 and 1,000,000. An index grows with its rows: no number of dimensions makes ten times
-- the rows four times the size.
WITH measured AS (
  SELECT pg_relation_size('idx_knowledge_chunks_embedding')::numeric / (SELECT count(*) FROM knowledge_chunks) AS bytes
)
SELECT bytes * 1e5 >= 500e6 AND bytes * 1e6 <= 2e9 AS passed,
  format('%s bytes an entry of 384 dimensions: %s MB with 100,000 and %s MB with 1,000,000', round(bytes),
    round(bytes * 1e5 / 1e6), round(bytes)) AS detail
FROM measured
