-- Accounts that are linked, and one that is not.
(SELECT 'all' AS cohort, NULL AS tenant, true AS hit, provider AS p1, provider_account_id AS p2
FROM accounts
ORDER BY md5(provider_account_id)
LIMIT 11)
UNION ALL
SELECT 'all', NULL, false, 'google', 'no-such-account'
ORDER BY hit DESC, p2
