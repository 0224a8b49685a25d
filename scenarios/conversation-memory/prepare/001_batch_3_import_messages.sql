-- Batch 3: the transcripts of calls become messages of the customer's conversation. Half as many rows again, in bulk and at the
-- end of the period: what the planner knew of "Message" is old now. They die nowhere: only inserts.
INSERT INTO "Message" (id, conversation_id, role, content, external_id, metadata, created_at)
SELECT md5(m.id::text || 'imported')::uuid, m.conversation_id, 'customer', m.content, NULL, '{"imported": true}',
  m.created_at + interval '1 hour'
FROM "Message" m
WHERE get_byte(uuid_send(m.id), 0) % 2 = 0;
