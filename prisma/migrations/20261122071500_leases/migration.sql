-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "fence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "ownerNode" TEXT;

-- CreateTable
CREATE TABLE "LiveNode" (
    "id" TEXT NOT NULL,
    "aliveUntil" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LiveNode_pkey" PRIMARY KEY ("id")
);
