-- Whoever left by the button is no longer in the room, until their return code brings them back.
ALTER TABLE "Member" ADD COLUMN "leftAt" TIMESTAMP(3);
