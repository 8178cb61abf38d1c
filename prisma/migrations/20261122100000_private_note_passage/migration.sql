ALTER TABLE "PrivateNote" DROP COLUMN "passage";
