-- Step 3: rebuild the four indexes that matter most.
REINDEX INDEX CONCURRENTLY "Message_content_fts_idx";
REINDEX INDEX CONCURRENTLY "Message_conversation_id_created_at_idx";
REINDEX INDEX CONCURRENTLY "Conversation_customer_id_started_at_idx";
REINDEX INDEX CONCURRENTLY "Conversation_lead_open_unique";
