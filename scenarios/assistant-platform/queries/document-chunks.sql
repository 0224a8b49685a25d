SELECT d.title, c.position, c.content
FROM knowledge_documents d
JOIN knowledge_chunks c ON c.document_id = d.id
WHERE d.id = $1
ORDER BY c.position, c.id
