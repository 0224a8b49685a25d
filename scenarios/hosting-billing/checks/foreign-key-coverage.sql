-- The report's own query only counts foreign keys. Covered is one whose columns an index begins with, in any order.
WITH keys AS (
  SELECT c.oid, EXISTS (
    SELECT FROM pg_index i
    WHERE i.indrelid = c.conrelid AND i.indisvalid AND i.indpred IS NULL
      AND (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey
  ) AS covered
  FROM pg_constraint c
  WHERE c.contype = 'f'
)
SELECT count(*) = 143 AND bool_and(covered) AS passed,
  count(*) FILTER (WHERE covered) || ' of ' || count(*) || ' foreign keys begin an index' AS detail
FROM keys
