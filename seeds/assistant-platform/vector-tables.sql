-- The tables of the dataset assistant-platform that need pgvector, before any row is in them.

CREATE TABLE knowledge_chunks (
  id uuid NOT NULL,
  document_id uuid NOT NULL,
  position integer NOT NULL,
  content text NOT NULL,
  embedding vector(384) NOT NULL
);

-- Questions to search for, which is no table of the application: none of these vectors is a row of knowledge_chunks.
CREATE TABLE held_out_questions (
  id integer NOT NULL,
  tenant_id uuid NOT NULL,
  embedding vector(384) NOT NULL
);
