-- What a cleaner finds that comes every day, and one that comes every week.
SELECT 'all' AS cohort, NULL AS tenant, true AS hit, percentile_disc(share) WITHIN GROUP (ORDER BY expires) AS p1
FROM auth_sessions
CROSS JOIN (VALUES (0.005), (0.035)) AS shares (share)
GROUP BY share
ORDER BY p1
