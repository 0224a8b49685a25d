-- The fifteen tables of the dataset conversation-memory, before any row is in them. Names in quotes, as the ORM of the report
-- writes them: tables in capitals, columns in small letters.

CREATE TABLE "User" (
  id uuid NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE "Customer" (
  id uuid NOT NULL,
  name text NOT NULL,
  phone text,
  email text,
  preferences jsonb NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE "CustomerAddress" (
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  street text NOT NULL,
  city text NOT NULL,
  is_primary boolean NOT NULL
);

CREATE TABLE "Lead" (
  id uuid NOT NULL,
  customer_id uuid,
  source text NOT NULL,
  status text NOT NULL,
  service text,
  score integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE "Job" (
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  lead_id uuid,
  status text NOT NULL,
  title text NOT NULL,
  total numeric(10, 2),
  summary text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE "JobItem" (
  id uuid NOT NULL,
  job_id uuid NOT NULL,
  description text NOT NULL,
  quantity integer NOT NULL,
  unit_price numeric(10, 2) NOT NULL
);

CREATE TABLE "JobEvent" (
  id uuid NOT NULL,
  job_id uuid NOT NULL,
  kind text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE "Conversation" (
  id uuid NOT NULL,
  customer_id uuid,
  lead_id uuid NOT NULL,
  job_id uuid,
  channel text NOT NULL,
  status text NOT NULL,
  summary text,
  started_at timestamptz NOT NULL,
  last_message_at timestamptz NOT NULL
);

CREATE TABLE "Message" (
  id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  role text NOT NULL,
  content text NOT NULL,
  external_id text,
  metadata jsonb,
  created_at timestamptz NOT NULL
);

CREATE TABLE "MemoryNote" (
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  kind text NOT NULL,
  content text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE "Call" (
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  duration_seconds integer NOT NULL,
  transcript text NOT NULL,
  started_at timestamptz NOT NULL
);

CREATE TABLE "Quote" (
  id uuid NOT NULL,
  job_id uuid NOT NULL,
  total numeric(10, 2) NOT NULL,
  status text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE "Appointment" (
  id uuid NOT NULL,
  job_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  minutes integer NOT NULL
);

CREATE TABLE "Tag" (
  id integer NOT NULL,
  name text NOT NULL
);

CREATE TABLE "ConversationTag" (
  conversation_id uuid NOT NULL,
  tag_id integer NOT NULL
);
