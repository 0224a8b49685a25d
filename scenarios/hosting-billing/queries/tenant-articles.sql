SELECT id, title, views
FROM knowledge_base_articles
WHERE tenant_id = $1 AND status = 'published'
ORDER BY views DESC, id
LIMIT 50
