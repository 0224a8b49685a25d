UPDATE knowledge_documents SET title = title || '!' WHERE id = $1
