-- AlterTable
ALTER TABLE "DocumentUpdate" ADD COLUMN     "mending" JSONB,
ADD COLUMN     "quarantineToldAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "HeldDeletion" (
    "documentId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "HeldDeletion_pkey" PRIMARY KEY ("documentId","memberId")
);

-- AddForeignKey
ALTER TABLE "HeldDeletion" ADD CONSTRAINT "HeldDeletion_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;
