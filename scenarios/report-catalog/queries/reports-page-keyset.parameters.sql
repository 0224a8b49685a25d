-- The same pages as those by OFFSET, reached from the last row of the page before.
SELECT share || ' %' AS cohort, NULL AS tenant, true AS hit, created_at AS p1, report_id AS p2
FROM (VALUES (10), (50), (90)) AS shares (share), LATERAL (
  SELECT created_at, report_id
  FROM reports
  WHERE deleted_at IS NULL
  ORDER BY created_at DESC, report_id
  LIMIT 1 OFFSET (SELECT count(*) * share / 100 - 1 FROM reports WHERE deleted_at IS NULL)
) AS last_row
ORDER BY share
