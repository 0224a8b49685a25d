-- Keys, policies and grants, once the rows are in. There is no index but those of the keys: the others are what the
-- migration brings. Keys of Auth.js's tables are those of its own schema.

ALTER TABLE tenants ADD PRIMARY KEY (id), ADD UNIQUE (slug);
ALTER TABLE users ADD PRIMARY KEY (id);
ALTER TABLE accounts ADD PRIMARY KEY (provider, provider_account_id);
ALTER TABLE auth_sessions ADD PRIMARY KEY (session_token);
ALTER TABLE verification_tokens ADD PRIMARY KEY (identifier, token);
ALTER TABLE ai_personalities ADD PRIMARY KEY (id);
ALTER TABLE widgets ADD PRIMARY KEY (id);
ALTER TABLE meetings ADD PRIMARY KEY (id);
ALTER TABLE sessions ADD PRIMARY KEY (id);
ALTER TABLE messages ADD PRIMARY KEY (id);
ALTER TABLE knowledge_documents ADD PRIMARY KEY (id);
ALTER TABLE cost_events ADD PRIMARY KEY (id);
ALTER TABLE cost_summaries ADD PRIMARY KEY (id);
ALTER TABLE budget_alerts ADD PRIMARY KEY (id);

ALTER TABLE users ADD FOREIGN KEY (tenant_id) REFERENCES tenants ON DELETE CASCADE;
ALTER TABLE accounts ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;
ALTER TABLE auth_sessions ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;
ALTER TABLE ai_personalities ADD FOREIGN KEY (tenant_id) REFERENCES tenants ON DELETE CASCADE;
ALTER TABLE widgets ADD FOREIGN KEY (tenant_id) REFERENCES tenants ON DELETE CASCADE;
ALTER TABLE meetings
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants ON DELETE CASCADE,
  ADD FOREIGN KEY (created_by) REFERENCES users;
ALTER TABLE sessions
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants ON DELETE CASCADE,
  ADD FOREIGN KEY (widget_id) REFERENCES widgets ON DELETE SET NULL,
  ADD FOREIGN KEY (meeting_id) REFERENCES meetings ON DELETE SET NULL,
  ADD FOREIGN KEY (personality_id) REFERENCES ai_personalities;
ALTER TABLE messages ADD FOREIGN KEY (session_id) REFERENCES sessions ON DELETE CASCADE;
ALTER TABLE knowledge_documents ADD FOREIGN KEY (tenant_id) REFERENCES tenants ON DELETE CASCADE;
ALTER TABLE cost_events
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants ON DELETE CASCADE,
  ADD FOREIGN KEY (session_id) REFERENCES sessions ON DELETE SET NULL;
ALTER TABLE cost_summaries ADD FOREIGN KEY (tenant_id) REFERENCES tenants ON DELETE CASCADE;
ALTER TABLE budget_alerts ADD FOREIGN KEY (tenant_id) REFERENCES tenants ON DELETE CASCADE;

ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth_sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE verification_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE ai_personalities ENABLE ROW LEVEL SECURITY;
ALTER TABLE widgets ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings ENABLE ROW LEVEL SECURITY;
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE knowledge_documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE cost_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE cost_summaries ENABLE ROW LEVEL SECURITY;
ALTER TABLE budget_alerts ENABLE ROW LEVEL SECURITY;

-- The application sees one tenant: by tenant_id where the table has one, otherwise by the row it belongs to.
CREATE POLICY own_tenant ON tenants TO ${role_app}
  USING (id = current_setting('app.current_tenant_id')::uuid);
CREATE POLICY own_tenant ON users TO ${role_app}
  USING (tenant_id = current_setting('app.current_tenant_id')::uuid);
CREATE POLICY own_tenant ON accounts TO ${role_app}
  USING (EXISTS (SELECT FROM users u WHERE u.id = user_id
    AND u.tenant_id = current_setting('app.current_tenant_id')::uuid));
CREATE POLICY own_tenant ON auth_sessions TO ${role_app}
  USING (EXISTS (SELECT FROM users u WHERE u.id = user_id
    AND u.tenant_id = current_setting('app.current_tenant_id')::uuid));
CREATE POLICY own_tenant ON ai_personalities TO ${role_app}
  USING (tenant_id = current_setting('app.current_tenant_id')::uuid);
CREATE POLICY own_tenant ON widgets TO ${role_app}
  USING (tenant_id = current_setting('app.current_tenant_id')::uuid);
CREATE POLICY own_tenant ON meetings TO ${role_app}
  USING (tenant_id = current_setting('app.current_tenant_id')::uuid);
CREATE POLICY own_tenant ON sessions TO ${role_app}
  USING (tenant_id = current_setting('app.current_tenant_id')::uuid);
CREATE POLICY own_tenant ON messages TO ${role_app}
  USING (EXISTS (SELECT FROM sessions s WHERE s.id = session_id
    AND s.tenant_id = current_setting('app.current_tenant_id')::uuid));
CREATE POLICY own_tenant ON knowledge_documents TO ${role_app}
  USING (tenant_id = current_setting('app.current_tenant_id')::uuid);
CREATE POLICY own_tenant ON cost_events TO ${role_app}
  USING (tenant_id = current_setting('app.current_tenant_id')::uuid);
CREATE POLICY own_tenant ON cost_summaries TO ${role_app}
  USING (tenant_id = current_setting('app.current_tenant_id')::uuid);
CREATE POLICY own_tenant ON budget_alerts TO ${role_app}
  USING (tenant_id = current_setting('app.current_tenant_id')::uuid);

-- Support sees the tenants that let it in.
CREATE POLICY open_tenants ON tenants TO ${role_support} USING (support_access);
CREATE POLICY open_tenants ON users TO ${role_support}
  USING (tenant_id IN (SELECT t.id FROM tenants t WHERE t.support_access));
CREATE POLICY open_tenants ON sessions TO ${role_support}
  USING (tenant_id IN (SELECT t.id FROM tenants t WHERE t.support_access));
CREATE POLICY open_tenants ON cost_events TO ${role_support}
  USING (tenant_id IN (SELECT t.id FROM tenants t WHERE t.support_access));
CREATE POLICY open_tenants ON budget_alerts TO ${role_support}
  USING (tenant_id IN (SELECT t.id FROM tenants t WHERE t.support_access));

CREATE POLICY every_tenant ON tenants TO ${role_service} USING (true);
CREATE POLICY every_tenant ON users TO ${role_service} USING (true);
CREATE POLICY every_tenant ON accounts TO ${role_service} USING (true);
CREATE POLICY every_tenant ON auth_sessions TO ${role_service} USING (true);
CREATE POLICY every_tenant ON verification_tokens TO ${role_service} USING (true);
CREATE POLICY every_tenant ON ai_personalities TO ${role_service} USING (true);
CREATE POLICY every_tenant ON widgets TO ${role_service} USING (true);
CREATE POLICY every_tenant ON meetings TO ${role_service} USING (true);
CREATE POLICY every_tenant ON sessions TO ${role_service} USING (true);
CREATE POLICY every_tenant ON messages TO ${role_service} USING (true);
CREATE POLICY every_tenant ON knowledge_documents TO ${role_service} USING (true);
CREATE POLICY every_tenant ON cost_events TO ${role_service} USING (true);
CREATE POLICY every_tenant ON cost_summaries TO ${role_service} USING (true);
CREATE POLICY every_tenant ON budget_alerts TO ${role_service} USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE
  ON tenants, users, accounts, auth_sessions, verification_tokens, ai_personalities, widgets, meetings, sessions,
     messages, knowledge_documents, cost_events, cost_summaries, budget_alerts
  TO ${role_app}, ${role_service};
GRANT SELECT ON tenants, users, sessions, cost_events, budget_alerts TO ${role_support};
