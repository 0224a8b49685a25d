-- Batch 4, leads: four passes over every lead, as the report's 12 dead rows of 3 leads say.
UPDATE "Lead" SET score = least(100, score + 1);
UPDATE "Lead" SET service = coalesce(service, 'unknown');
UPDATE "Lead" SET status = lower(status), source = lower(source);
UPDATE "Lead" SET updated_at = updated_at + interval '1 minute';
