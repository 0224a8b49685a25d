-- Step 2: statistics of all tables of the context memory.
ANALYZE "Customer";
ANALYZE "CustomerAddress";
ANALYZE "Conversation";
ANALYZE "Message";
ANALYZE "MemoryNote";
ANALYZE "JobItem";
ANALYZE "JobEvent";
