-- At the report's 216 and 3 rows, and at the rows of this database.
WITH sizes (place, message, conversation) AS (
  VALUES ('in the report', 216::numeric, 3::numeric)
  UNION ALL SELECT 'here', (SELECT count(*) FROM "Message"), (SELECT count(*) FROM "Conversation")
), ratios AS (
  SELECT place, (50 + 0.2 * message) / (50 + 0.05 * message) AS message,
    (50 + 0.2 * conversation) / (50 + 0.1 * conversation) AS conversation
  FROM sizes
)
SELECT bool_and(message BETWEEN 2 AND 4 AND conversation BETWEEN 2 AND 4) AS passed,
  string_agg(place || ': Message ' || round(message, 2) || 'x, Conversation ' || round(conversation, 2) || 'x', '; ' ORDER BY place DESC)
    || '; Conversation can never reach 2x: 0.20 ÷ 0.10 is the limit' AS detail
FROM ratios
