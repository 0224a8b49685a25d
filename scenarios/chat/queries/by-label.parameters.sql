-- Labels on fewer than one message in a hundred, and one that is on none.
SELECT 'all' AS cohort, NULL AS tenant, true AS hit, jsonb_build_object('labels', jsonb_build_array(label)) AS p1
FROM (
  SELECT label, count(*) AS uses
  FROM messages, jsonb_array_elements_text(metadata -> 'labels') AS label
  GROUP BY label
) labels
WHERE uses < (SELECT count(*) FROM messages) / 100
UNION ALL
SELECT 'all', NULL, false, '{"labels": ["no-such-label"]}'
ORDER BY hit DESC, p1
