SELECT message_id, embedding <=> $1 AS distance
FROM message_embeddings
ORDER BY distance
LIMIT 10
