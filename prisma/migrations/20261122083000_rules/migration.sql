-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "laterCodeHash" TEXT;

-- CreateTable
CREATE TABLE "RuleAssent" (
    "sessionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,

    CONSTRAINT "RuleAssent_pkey" PRIMARY KEY ("sessionId","memberId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Member_laterCodeHash_key" ON "Member"("laterCodeHash");

-- AddForeignKey
ALTER TABLE "RuleAssent" ADD CONSTRAINT "RuleAssent_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleAssent" ADD CONSTRAINT "RuleAssent_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
