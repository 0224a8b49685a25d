-- A tenth, half and nine tenths of the way down: exports, crawlers, the link to the last page.
SELECT share || ' %' AS cohort, NULL AS tenant, true AS hit, reports * share / 100 AS p1
FROM (SELECT count(*) AS reports FROM reports WHERE deleted_at IS NULL) AS live, (VALUES (10), (50), (90)) AS shares (share)
ORDER BY p1
