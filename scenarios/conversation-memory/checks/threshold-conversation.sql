SELECT floor(50 + 0.20 * 3) + 1 = 51 AND floor(50 + 0.10 * 3) + 1 = 51 AS passed,
  '50 + 0.20 × 3 = ' || trim_scale(50 + 0.20 * 3) || ', 50 + 0.10 × 3 = ' || trim_scale(50 + 0.10 * 3)
    || ': with either setting the 51st dead row is the first beyond it' AS detail
