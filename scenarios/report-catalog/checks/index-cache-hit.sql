-- The report measured a database without rows that had just been started. What is it under load?
SELECT hit < 90 AS passed, format('%s %% of index blocks came from the cache, with shared_buffers = %s', round(hit, 1),
  current_setting('shared_buffers')) AS detail
FROM (SELECT 100.0 * sum(idx_blks_hit) / nullif(sum(idx_blks_hit) + sum(idx_blks_read), 0) AS hit FROM pg_statio_user_tables) s
