-- Batch 4, jobs: one pass for each thing that was filled in, as the report's 15 dead rows of 1 job say.
UPDATE "Job" SET summary = concat(summary, 'step 1; ');
UPDATE "Job" SET summary = concat(summary, 'step 2; ');
UPDATE "Job" SET summary = concat(summary, 'step 3; ');
UPDATE "Job" SET summary = concat(summary, 'step 4; ');
UPDATE "Job" SET summary = concat(summary, 'step 5; ');
UPDATE "Job" SET summary = concat(summary, 'step 6; ');
UPDATE "Job" SET summary = concat(summary, 'step 7; ');
UPDATE "Job" SET summary = concat(summary, 'step 8; ');
UPDATE "Job" SET summary = concat(summary, 'step 9; ');
UPDATE "Job" SET summary = concat(summary, 'step 10; ');
UPDATE "Job" SET summary = concat(summary, 'step 11; ');
UPDATE "Job" SET summary = concat(summary, 'step 12; ');
UPDATE "Job" SET summary = concat(summary, 'step 13; ');
UPDATE "Job" SET summary = concat(summary, 'step 14; ');
UPDATE "Job" SET updated_at = updated_at + interval '1 minute';
