-- Tenant isolation: row-level security adds tenant_id to every query.
CREATE INDEX users_tenant_id_idx ON users (tenant_id);
CREATE INDEX message_embeddings_tenant_id_idx ON message_embeddings (tenant_id);

-- Login, before any tenant is known.
CREATE INDEX users_email_idx ON users (email);

-- Timelines: composite, in the order of the page.
CREATE INDEX messages_tenant_timeline_idx ON messages (tenant_id, created_at DESC, id DESC);
CREATE INDEX conversations_tenant_inbox_idx ON conversations (tenant_id, status, last_message_at DESC, id);

-- Unread messages are few: a partial index holds only them.
CREATE INDEX messages_unread_idx ON messages (tenant_id, conversation_id) WHERE NOT is_read;

-- Who wrote how much since when: covering, so that the heap is not read.
CREATE INDEX messages_activity_idx ON messages (tenant_id, created_at) INCLUDE (sender_id);

-- Foreign keys: a parent's delete and a join look their children up.
CREATE INDEX messages_conversation_id_idx ON messages (conversation_id, id);
CREATE INDEX conversations_owner_id_idx ON conversations (owner_id);

-- JSONB containment and full-text search.
CREATE INDEX messages_metadata_idx ON messages USING gin (metadata jsonb_path_ops);
CREATE INDEX messages_search_idx ON messages USING gin (search);

-- Nearest neighbours by cosine distance.
CREATE INDEX message_embeddings_embedding_idx ON message_embeddings
  USING ivfflat (embedding vector_cosine_ops) WITH (lists = ${lists});
