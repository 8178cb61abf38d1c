-- AlterTable
ALTER TABLE "Seat" ADD COLUMN "sharedDevice" BOOLEAN NOT NULL DEFAULT false;
