-- An index on the same columns as another answers nothing that the other does not.
SELECT count(*) = 0 AS passed,
  format('%s indexes repeat a unique one%s', count(*),
    coalesce(': ' || string_agg(a.indexrelid::regclass::text, ', ' ORDER BY a.indexrelid::regclass::text), '')) AS detail
FROM pg_index a
JOIN pg_index b ON b.indrelid = a.indrelid AND b.indexrelid <> a.indexrelid AND b.indkey = a.indkey
  AND b.indclass = a.indclass AND b.indoption = a.indoption AND b.indisunique
JOIN pg_class c ON c.oid = a.indrelid AND c.relnamespace = 'public'::regnamespace
WHERE NOT a.indisunique
