SELECT count(DISTINCT user_id) AS users
FROM payment_verifications
WHERE card_fingerprint = $1 AND verification_status = 'success'
