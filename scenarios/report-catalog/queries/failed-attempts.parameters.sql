-- Who tries too often? Busy addresses and quiet ones, in the last quarter of an hour and in the last month.
SELECT kind AS cohort, NULL AS tenant, EXISTS (
  SELECT FROM auth_attempts a WHERE a.ip_address = known.ip_address AND a.attempted_at > since AND NOT a.success
) AS hit, ip_address AS p1, since AS p2
FROM (
  (SELECT 'busy' AS kind, ip_address FROM auth_attempts GROUP BY ip_address ORDER BY count(*) DESC, ip_address LIMIT 3)
  UNION ALL
  (SELECT 'quiet', ip_address FROM auth_attempts GROUP BY ip_address ORDER BY count(*), ip_address LIMIT 3)
) known, (VALUES ('2025-10-24Z'::timestamptz - interval '15 minutes'), ('2025-10-24Z'::timestamptz - interval '30 days')) AS spans (since)
ORDER BY kind, p1, p2
