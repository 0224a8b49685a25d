SELECT abs(93.0 / 61 - 1.34) < 0.02 AS passed,
  'the threshold is ' || round(100 * (1 - 61 / 93.0)) || ' % smaller, so it is reached ' || round(100 * (93.0 / 61 - 1))
    || ' % more often' AS detail
