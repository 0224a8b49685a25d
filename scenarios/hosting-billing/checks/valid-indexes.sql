-- What a build CONCURRENTLY leaves behind when it fails. The locks that were taken are told with the price.
SELECT count(*) FILTER (WHERE NOT indisvalid) = 0 AS passed,
  count(*) FILTER (WHERE NOT indisvalid) || ' of ' || count(*) || ' indexes are invalid' AS detail
FROM pg_index
JOIN pg_class c ON c.oid = indexrelid
WHERE c.relnamespace = 'public'::regnamespace
