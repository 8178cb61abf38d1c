-- DropIndex
DROP INDEX "Round_sessionId_number_key";

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "pretend" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "scribe" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "withoutDevice" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Round" ADD COLUMN     "about" TEXT NOT NULL DEFAULT 'priorities';

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "chosenHow" TEXT,
ADD COLUMN     "chosenQuestion" TEXT,
ADD COLUMN     "goRound" JSONB,
ADD COLUMN     "move" JSONB,
ADD COLUMN     "queueOrder" TEXT NOT NULL DEFAULT 'asOf',
ADD COLUMN     "rehearsal" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "rulesAgreedAt" TIMESTAMP(3),
ADD COLUMN     "spotlight" JSONB;

-- CreateTable
CREATE TABLE "OwnTemplate" (
    "id" TEXT NOT NULL,
    "facilitatorId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "stages" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OwnTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeskNote" (
    "sessionId" TEXT NOT NULL,
    "facilitatorId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DeskNote_pkey" PRIMARY KEY ("sessionId","facilitatorId")
);

-- CreateTable
CREATE TABLE "PrivateNote" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "passage" JSONB,
    "sharedAt" TIMESTAMP(3),
    "sharedAs" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PrivateNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Hand" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "raisedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "calledAt" TIMESTAMP(3),
    "spokenAt" TIMESTAMP(3),
    "droppedAt" TIMESTAMP(3),

    CONSTRAINT "Hand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Signal" (
    "sessionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Signal_pkey" PRIMARY KEY ("sessionId","memberId","kind")
);

-- CreateTable
CREATE TABLE "Concern" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "documentId" TEXT,
    "recordId" TEXT,
    "about" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMP(3),
    "seenBy" TEXT,
    "shownAt" TIMESTAMP(3),

    CONSTRAINT "Concern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SmallGroup" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "mergedAt" TIMESTAMP(3),

    CONSTRAINT "SmallGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SmallGroupMember" (
    "groupId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,

    CONSTRAINT "SmallGroupMember_pkey" PRIMARY KEY ("groupId","memberId")
);

-- CreateIndex
CREATE INDEX "OwnTemplate_facilitatorId_idx" ON "OwnTemplate"("facilitatorId");

-- CreateIndex
CREATE INDEX "PrivateNote_sessionId_memberId_idx" ON "PrivateNote"("sessionId", "memberId");

-- CreateIndex
CREATE INDEX "Hand_sessionId_spokenAt_droppedAt_idx" ON "Hand"("sessionId", "spokenAt", "droppedAt");

-- CreateIndex
CREATE INDEX "Concern_sessionId_idx" ON "Concern"("sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "SmallGroup_sessionId_number_key" ON "SmallGroup"("sessionId", "number");

-- CreateIndex
CREATE INDEX "SmallGroupMember_memberId_idx" ON "SmallGroupMember"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Round_sessionId_about_number_key" ON "Round"("sessionId", "about", "number");

-- AddForeignKey
ALTER TABLE "OwnTemplate" ADD CONSTRAINT "OwnTemplate_facilitatorId_fkey" FOREIGN KEY ("facilitatorId") REFERENCES "Facilitator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeskNote" ADD CONSTRAINT "DeskNote_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeskNote" ADD CONSTRAINT "DeskNote_facilitatorId_fkey" FOREIGN KEY ("facilitatorId") REFERENCES "Facilitator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrivateNote" ADD CONSTRAINT "PrivateNote_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrivateNote" ADD CONSTRAINT "PrivateNote_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hand" ADD CONSTRAINT "Hand_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hand" ADD CONSTRAINT "Hand_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signal" ADD CONSTRAINT "Signal_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signal" ADD CONSTRAINT "Signal_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Concern" ADD CONSTRAINT "Concern_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Concern" ADD CONSTRAINT "Concern_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SmallGroup" ADD CONSTRAINT "SmallGroup_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SmallGroupMember" ADD CONSTRAINT "SmallGroupMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "SmallGroup"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SmallGroupMember" ADD CONSTRAINT "SmallGroupMember_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Sessions that are open already get the shared documents that are new.
INSERT INTO "Document" ("id", "sessionId", "kind")
SELECT gen_random_uuid()::text, "id", "kind" FROM "Session", unnest(ARRAY['rules', 'questions', 'talk']) AS "kind" WHERE "state" = 'open';
