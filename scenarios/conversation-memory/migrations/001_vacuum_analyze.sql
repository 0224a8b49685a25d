-- Step 1: reclaim what the backfill left, and update statistics.
VACUUM ANALYZE "Message";
VACUUM ANALYZE "Conversation";
VACUUM ANALYZE "Customer";
VACUUM ANALYZE "Lead";
VACUUM ANALYZE "Job";
