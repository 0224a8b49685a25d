SELECT tables = 15 AND indexes >= 26 AS passed, tables || ' tables, ' || indexes || ' indexes' AS detail
FROM (SELECT count(*) FROM pg_tables WHERE schemaname = 'public') t (tables),
  (SELECT count(*) FROM pg_indexes WHERE schemaname = 'public') i (indexes)
