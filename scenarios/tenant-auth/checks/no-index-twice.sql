-- A second index on the same columns, or on a part of the rows of one, answers nothing that the first does not.
SELECT count(*) = 0 AS passed,
  coalesce(string_agg(format('%s repeats %s', a.indexrelid::regclass, b.indexrelid::regclass), ', '
    ORDER BY a.indexrelid::regclass::text), 'no two alike') AS detail
FROM pg_index a
JOIN pg_index b ON b.indrelid = a.indrelid AND b.indexrelid <> a.indexrelid AND b.indkey = a.indkey
  AND b.indclass = a.indclass AND b.indisunique AND b.indpred IS NULL
WHERE NOT a.indisunique AND a.indrelid IN (SELECT c.oid FROM pg_class c WHERE c.relnamespace = 'shared'::regnamespace)
