-- The tables of the dataset chat that need pgvector, before any row is in them.

CREATE TABLE message_embeddings (
  message_id bigint NOT NULL,
  tenant_id integer NOT NULL,
  model text NOT NULL,
  embedding vector(96) NOT NULL
);

-- Vectors to search for; none of them is a row of message_embeddings.
CREATE TABLE held_out_queries (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  embedding vector(96) NOT NULL
);
