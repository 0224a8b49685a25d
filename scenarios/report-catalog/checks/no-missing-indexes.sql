-- A foreign key without an index makes each delete of its parent read the whole table.
SELECT count(*) FILTER (WHERE NOT covered) = 0 AS passed,
  format('%s of %s foreign keys have an index; none: %s', count(*) FILTER (WHERE covered), count(*),
    coalesce(string_agg(name, ', ' ORDER BY name) FILTER (WHERE NOT covered), '-')) AS detail
FROM (
  SELECT format('%s.%s', k.conrelid::regclass, a.attname) AS name,
    EXISTS (SELECT FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1] AND i.indpred IS NULL) AS covered
  FROM pg_constraint k
  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
  WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
) AS keys
