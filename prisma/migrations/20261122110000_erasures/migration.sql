-- CreateTable
CREATE TABLE "Erasure" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "ofId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "counts" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMP(3),
    "removedAt" TIMESTAMP(3),
    "found" INTEGER,

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Erasure_sessionId_idx" ON "Erasure"("sessionId");

-- AddForeignKey
ALTER TABLE "Erasure" ADD CONSTRAINT "Erasure_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
