INSERT INTO knowledge_chunks (id, document_id, position, content, embedding)
VALUES ($1, $2, $3, $4, $5)
