export const perspective = {
  carer: "gofalwr di-dâl",
  drawsOnCare: "unigolyn sy'n defnyddio gofal a chymorth", // U: for a translator
  practitioner: "ymarferydd",
  manager: "rheolwr",
  researcher: "ymchwilydd",
  other: "safbwynt arall",
  unsaid: "safbwynt heb ei nodi",
} as const;
