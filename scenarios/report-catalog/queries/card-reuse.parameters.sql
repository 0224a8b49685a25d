(SELECT 'known' AS cohort, NULL AS tenant, true AS hit, card_fingerprint AS p1
FROM payment_verifications ORDER BY md5(verification_id::text) LIMIT 6)
UNION ALL
SELECT 'unknown', NULL, true, 'card_none'
ORDER BY cohort, p1
