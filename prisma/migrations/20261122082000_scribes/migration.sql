-- What a scribe wrote for somebody stays that person's words when the scribe no longer writes for others.
ALTER TABLE "Member" ADD COLUMN "scribedAt" TIMESTAMP(3);
UPDATE "Member" SET "scribedAt" = "joinedAt" WHERE "scribe";
