-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "rehearsalById" TEXT,
ADD COLUMN     "rehearsalOfId" TEXT,
ADD COLUMN     "stageBefore" JSONB;

-- AlterTable
ALTER TABLE "DeskNote" ADD COLUMN     "seen" JSONB NOT NULL DEFAULT '{}';
