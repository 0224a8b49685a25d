-- 55 indexes on 15 tables, named as in the report. Names without a comment are in the report; those marked "modelled" fill
-- its table of counts, see README.md.

-- tenants (2)
CREATE INDEX idx_tenants_plan ON tenants (plan); -- modelled: plan filtering
CREATE INDEX idx_tenants_created_at ON tenants (created_at DESC); -- modelled: recent tenants

-- users (4)
CREATE INDEX idx_users_tenant_id ON users (tenant_id);
CREATE INDEX idx_users_email ON users (email);
CREATE INDEX idx_users_tenant_email ON users (tenant_id, email);
CREATE INDEX idx_users_role ON users (role); -- modelled: user lookup

-- accounts (2)
CREATE INDEX idx_accounts_user_id ON accounts (user_id);
CREATE INDEX idx_accounts_provider ON accounts (provider, provider_account_id); -- modelled: OAuth provider lookup

-- auth_sessions (3)
CREATE INDEX idx_auth_sessions_user_id ON auth_sessions (user_id);
CREATE INDEX idx_auth_sessions_session_token ON auth_sessions (session_token);
CREATE INDEX idx_auth_sessions_expires ON auth_sessions (expires);

-- verification_tokens (2)
CREATE INDEX idx_verification_tokens_token ON verification_tokens (token); -- modelled: token lookup
CREATE INDEX idx_verification_tokens_expires ON verification_tokens (expires); -- modelled: expiration cleanup

-- ai_personalities (3)
CREATE INDEX idx_ai_personalities_tenant_id ON ai_personalities (tenant_id);
CREATE INDEX idx_ai_personalities_model ON ai_personalities (model); -- modelled: AI config lookup
CREATE INDEX idx_ai_personalities_is_default ON ai_personalities (is_default); -- modelled: AI config lookup

-- widgets (3)
CREATE INDEX idx_widgets_tenant_id ON widgets (tenant_id);
CREATE INDEX idx_widgets_domain ON widgets (domain); -- modelled: widget lookup
CREATE INDEX idx_widgets_tenant_active ON widgets (tenant_id, is_active);

-- meetings (5)
CREATE INDEX idx_meetings_tenant_id ON meetings (tenant_id);
CREATE INDEX idx_meetings_created_by ON meetings (created_by);
CREATE INDEX idx_meetings_room_name ON meetings (room_name);
CREATE INDEX idx_meetings_livekit_room_id ON meetings (livekit_room_id);
CREATE INDEX idx_meetings_started_at ON meetings (started_at DESC);

-- sessions (6)
CREATE INDEX idx_sessions_tenant_id ON sessions (tenant_id);
CREATE INDEX idx_sessions_meeting_id ON sessions (meeting_id);
CREATE INDEX idx_sessions_widget_id ON sessions (widget_id);
CREATE INDEX idx_sessions_channel ON sessions (channel); -- modelled: conversation tracking
CREATE INDEX idx_sessions_started_at ON sessions (started_at DESC); -- modelled: conversation tracking
CREATE INDEX idx_sessions_visitor ON sessions (visitor); -- modelled: conversation tracking

-- messages (4)
CREATE INDEX idx_messages_session_id ON messages (session_id);
CREATE INDEX idx_messages_timestamp ON messages ("timestamp" DESC);
CREATE INDEX idx_messages_session_timestamp ON messages (session_id, "timestamp" DESC);
CREATE INDEX idx_messages_role ON messages (role);

-- knowledge_documents (4)
CREATE INDEX idx_knowledge_documents_tenant_id ON knowledge_documents (tenant_id);
CREATE INDEX idx_knowledge_documents_tenant_category ON knowledge_documents (tenant_id, category);
CREATE INDEX idx_knowledge_documents_status ON knowledge_documents (status); -- modelled: RAG integration
CREATE INDEX idx_knowledge_documents_created_at ON knowledge_documents (created_at DESC); -- modelled: document search

-- knowledge_chunks (3)
CREATE INDEX idx_knowledge_chunks_document_id ON knowledge_chunks (document_id);
CREATE INDEX idx_knowledge_chunks_document_position ON knowledge_chunks (document_id, position); -- modelled: document ordering
CREATE INDEX idx_knowledge_chunks_embedding
  ON knowledge_chunks
  USING ivfflat (embedding vector_cosine_ops)
  WITH (lists = 100);

-- cost_events (6)
CREATE INDEX idx_cost_events_tenant_id ON cost_events (tenant_id);
CREATE INDEX idx_cost_events_session_id ON cost_events (session_id);
CREATE INDEX idx_cost_events_service ON cost_events (service);
CREATE INDEX idx_cost_events_model ON cost_events (model); -- modelled: usage tracking
CREATE INDEX idx_cost_events_timestamp ON cost_events ("timestamp" DESC);
CREATE INDEX idx_cost_events_tenant_timestamp ON cost_events (tenant_id, "timestamp" DESC);

-- cost_summaries (3)
CREATE INDEX idx_cost_summaries_tenant_id ON cost_summaries (tenant_id);
CREATE INDEX idx_cost_summaries_period_type ON cost_summaries (period_type); -- modelled: billing
CREATE INDEX idx_cost_summaries_period_start ON cost_summaries (period_start DESC); -- modelled: cost trends

-- budget_alerts (5)
CREATE INDEX idx_budget_alerts_tenant_id ON budget_alerts (tenant_id);
CREATE INDEX idx_budget_alerts_resolved ON budget_alerts (resolved); -- modelled: alert management, see Issue 1
CREATE INDEX idx_budget_alerts_tenant_resolved ON budget_alerts (tenant_id, resolved);
CREATE INDEX idx_budget_alerts_severity ON budget_alerts (severity);
CREATE INDEX idx_budget_alerts_triggered_at ON budget_alerts (triggered_at DESC); -- modelled: alert management

-- The report's post-migration tasks. Its VACUUM ANALYZE knowledge_chunks cannot stand in a transaction; the whole database is
-- vacuumed and analysed after the migration in any case.
ANALYZE tenants, users, sessions, messages, cost_events;
ANALYZE knowledge_chunks;
