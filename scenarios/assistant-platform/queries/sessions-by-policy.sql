SELECT channel, count(*) AS sessions
FROM sessions
GROUP BY channel
ORDER BY channel
