-- The tables of the dataset assistant-platform that any PostgreSQL can have, before any row is in them. Those of Auth.js
-- (accounts, auth_sessions, verification_tokens) have the columns that Auth.js gives them.

CREATE TABLE tenants (
  id uuid NOT NULL,
  name text NOT NULL,
  slug text NOT NULL,
  plan text NOT NULL CHECK (plan IN ('trial', 'starter', 'business', 'enterprise')),
  support_access boolean NOT NULL,
  settings jsonb NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE users (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('owner', 'admin', 'member')),
  email_verified timestamptz,
  image text,
  created_at timestamptz NOT NULL
);

CREATE TABLE accounts (
  user_id uuid NOT NULL,
  type text NOT NULL,
  provider text NOT NULL,
  provider_account_id text NOT NULL,
  access_token text,
  scope text,
  expires_at integer
);

CREATE TABLE auth_sessions (
  session_token text NOT NULL,
  user_id uuid NOT NULL,
  expires timestamptz NOT NULL
);

CREATE TABLE verification_tokens (
  identifier text NOT NULL,
  token text NOT NULL,
  expires timestamptz NOT NULL
);

CREATE TABLE ai_personalities (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  name text NOT NULL,
  model text NOT NULL,
  system_prompt text NOT NULL,
  is_default boolean NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE widgets (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  name text NOT NULL,
  domain text NOT NULL,
  theme jsonb NOT NULL,
  is_active boolean NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE meetings (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  created_by uuid NOT NULL,
  title text NOT NULL,
  room_name text NOT NULL,
  livekit_room_id text,
  started_at timestamptz NOT NULL,
  ended_at timestamptz
);

-- What an assistant is talked to in: a widget on a page, a meeting, or the dashboard.
CREATE TABLE sessions (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  widget_id uuid,
  meeting_id uuid,
  personality_id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('widget', 'meeting', 'dashboard')),
  visitor text,
  started_at timestamptz NOT NULL,
  ended_at timestamptz
);

CREATE TABLE messages (
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('user', 'assistant', 'system')),
  content text NOT NULL,
  tokens integer NOT NULL,
  "timestamp" timestamptz NOT NULL
);

CREATE TABLE knowledge_documents (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  title text NOT NULL,
  category text NOT NULL,
  source_url text,
  status text NOT NULL CHECK (status IN ('pending', 'indexed', 'failed')),
  created_at timestamptz NOT NULL
);

CREATE TABLE cost_events (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  session_id uuid,
  service text NOT NULL,
  model text NOT NULL,
  units integer NOT NULL,
  cost numeric(12, 6) NOT NULL,
  "timestamp" timestamptz NOT NULL
);

CREATE TABLE cost_summaries (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  period_type text NOT NULL CHECK (period_type IN ('day', 'month')),
  period_start date NOT NULL,
  events integer NOT NULL,
  total_cost numeric(12, 2) NOT NULL
);

CREATE TABLE budget_alerts (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  severity text NOT NULL CHECK (severity IN ('info', 'warning', 'critical')),
  threshold_percent smallint NOT NULL,
  spent numeric(12, 2) NOT NULL,
  message text NOT NULL,
  resolved boolean NOT NULL,
  triggered_at timestamptz NOT NULL
);
