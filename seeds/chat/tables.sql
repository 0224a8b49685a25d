-- The tables of the dataset chat that any PostgreSQL can have, before any row is in them.

CREATE TABLE tenants (
  id integer NOT NULL,
  name text NOT NULL,
  slug text NOT NULL,
  plan text NOT NULL,
  region text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE users (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  status text NOT NULL,
  last_seen_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  profile jsonb NOT NULL
);

CREATE TABLE conversations (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  owner_id integer NOT NULL,
  title text NOT NULL,
  channel text NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'closed')),
  created_at timestamptz NOT NULL,
  last_message_at timestamptz
);

CREATE TABLE messages (
  id bigint NOT NULL,
  tenant_id integer NOT NULL,
  conversation_id integer NOT NULL,
  sender_id integer NOT NULL,
  body text NOT NULL,
  metadata jsonb NOT NULL,
  is_read boolean NOT NULL,
  created_at timestamptz NOT NULL,
  search tsvector GENERATED ALWAYS AS (to_tsvector('english', body)) STORED
);
