SELECT id, code, status
FROM referrals
WHERE referrer_id = $1
ORDER BY id
