SELECT round(50 + 0.20 * 216) = 93 AND round(50 + 0.05 * 216) = 61 AS passed,
  '50 + 0.20 × 216 = ' || trim_scale(50 + 0.20 * 216) || ', 50 + 0.05 × 216 = ' || trim_scale(50 + 0.05 * 216)
    || '; autovacuum needs more dead rows than that: ' || floor(50 + 0.20 * 216) + 1 || ' and '
    || floor(50 + 0.05 * 216) + 1 AS detail
