-- 79 is the mean of 100 and 58. Is the mean of two shares the share of the whole?
SELECT abs(mean - whole) < 1 AS passed,
  format('mean of the two %s %%, hits of all blocks %s %%', round(mean, 1), round(whole, 1)) AS detail
FROM (
  SELECT (100.0 * sum(heap_blks_hit) / nullif(sum(heap_blks_hit + heap_blks_read), 0)
      + 100.0 * sum(idx_blks_hit) / nullif(sum(idx_blks_hit + idx_blks_read), 0)) / 2 AS mean,
    100.0 * sum(heap_blks_hit + idx_blks_hit)
      / nullif(sum(heap_blks_hit + heap_blks_read + idx_blks_hit + idx_blks_read), 0) AS whole
  FROM pg_statio_user_tables
) s
