export const perspective = {
  carer: "unpaid carer",
  drawsOnCare: "person who draws on care",
  practitioner: "practitioner",
  manager: "manager",
  researcher: "researcher",
  other: "other perspective",
  unsaid: "perspective not said",
} as const;
