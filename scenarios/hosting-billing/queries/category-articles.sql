SELECT id, title, status
FROM knowledge_base_articles
WHERE category_id = $1
ORDER BY id
