-- Keys and indexes, once the rows are in: here the indexes are there before the migration, which only maintains them. Six on
-- "Message", eight on "Conversation", three on "Customer", as the report counts them; one for each other key.

ALTER TABLE "User" ADD PRIMARY KEY (id);
ALTER TABLE "Customer" ADD PRIMARY KEY (id);
ALTER TABLE "CustomerAddress" ADD PRIMARY KEY (id);
ALTER TABLE "Lead" ADD PRIMARY KEY (id);
ALTER TABLE "Job" ADD PRIMARY KEY (id);
ALTER TABLE "JobItem" ADD PRIMARY KEY (id);
ALTER TABLE "JobEvent" ADD PRIMARY KEY (id);
ALTER TABLE "Conversation" ADD PRIMARY KEY (id);
ALTER TABLE "Message" ADD PRIMARY KEY (id);
ALTER TABLE "MemoryNote" ADD PRIMARY KEY (id);
ALTER TABLE "Call" ADD PRIMARY KEY (id);
ALTER TABLE "Quote" ADD PRIMARY KEY (id);
ALTER TABLE "Appointment" ADD PRIMARY KEY (id);
ALTER TABLE "Tag" ADD PRIMARY KEY (id);
ALTER TABLE "ConversationTag" ADD PRIMARY KEY (conversation_id, tag_id);

CREATE INDEX "Message_content_fts_idx" ON "Message" USING gin (to_tsvector('english', content));
CREATE INDEX "Message_conversation_id_created_at_idx" ON "Message" (conversation_id, created_at);
CREATE INDEX "Message_role_idx" ON "Message" (role);
CREATE INDEX "Message_created_at_idx" ON "Message" (created_at);
CREATE UNIQUE INDEX "Message_external_id_key" ON "Message" (external_id);

CREATE INDEX "Conversation_customer_id_started_at_idx" ON "Conversation" (customer_id, started_at DESC);
CREATE UNIQUE INDEX "Conversation_lead_open_unique" ON "Conversation" (lead_id) WHERE status = 'open';
CREATE INDEX "Conversation_lead_id_idx" ON "Conversation" (lead_id);
CREATE INDEX "Conversation_job_id_idx" ON "Conversation" (job_id);
CREATE INDEX "Conversation_status_idx" ON "Conversation" (status);
CREATE INDEX "Conversation_channel_idx" ON "Conversation" (channel);
CREATE INDEX "Conversation_last_message_at_idx" ON "Conversation" (last_message_at);

CREATE INDEX "Customer_phone_idx" ON "Customer" (phone);
CREATE INDEX "Customer_email_idx" ON "Customer" (email);
CREATE INDEX "MemoryNote_customer_id_created_at_idx" ON "MemoryNote" (customer_id, created_at);

ALTER TABLE "CustomerAddress" ADD FOREIGN KEY (customer_id) REFERENCES "Customer";
ALTER TABLE "Lead" ADD FOREIGN KEY (customer_id) REFERENCES "Customer";
ALTER TABLE "Job"
  ADD FOREIGN KEY (customer_id) REFERENCES "Customer",
  ADD FOREIGN KEY (lead_id) REFERENCES "Lead";
ALTER TABLE "JobItem" ADD FOREIGN KEY (job_id) REFERENCES "Job";
ALTER TABLE "JobEvent" ADD FOREIGN KEY (job_id) REFERENCES "Job";
ALTER TABLE "Conversation"
  ADD FOREIGN KEY (customer_id) REFERENCES "Customer",
  ADD FOREIGN KEY (lead_id) REFERENCES "Lead",
  ADD FOREIGN KEY (job_id) REFERENCES "Job";
ALTER TABLE "Message" ADD FOREIGN KEY (conversation_id) REFERENCES "Conversation";
ALTER TABLE "MemoryNote" ADD FOREIGN KEY (customer_id) REFERENCES "Customer";
ALTER TABLE "Call" ADD FOREIGN KEY (customer_id) REFERENCES "Customer";
ALTER TABLE "Quote" ADD FOREIGN KEY (job_id) REFERENCES "Job";
ALTER TABLE "Appointment" ADD FOREIGN KEY (job_id) REFERENCES "Job";
ALTER TABLE "ConversationTag"
  ADD FOREIGN KEY (conversation_id) REFERENCES "Conversation",
  ADD FOREIGN KEY (tag_id) REFERENCES "Tag";

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role_app};
