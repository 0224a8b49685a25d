-- Pairs of words that stand together in some message, and a word that is in none.
SELECT 'all' AS cohort, NULL AS tenant, true AS hit, words AS p1
FROM (
  SELECT DISTINCT array_to_string((tsvector_to_array(search))[1:2], ' ') AS words
  FROM (SELECT search FROM messages ORDER BY md5(id::text) LIMIT 8) sample
) pairs
UNION ALL
SELECT 'all', NULL, false, 'xylophonist'
ORDER BY hit DESC, p1
