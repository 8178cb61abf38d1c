-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "airedQuestion" TEXT;
