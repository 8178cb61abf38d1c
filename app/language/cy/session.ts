export const session = {
  perspective: {
    carer: "gofalwr di-dâl",
    drawsOnCare: "unigolyn sy'n defnyddio gofal a chymorth", // U: for a translator
    practitioner: "ymarferydd",
    manager: "rheolwr",
    researcher: "ymchwilydd",
    other: "safbwynt arall",
    unsaid: "safbwynt heb ei nodi",
  },
  problem: {
    closed: "Mae'r sesiwn hon wedi'i chau. Ni ellir newid dim ynddi",
    stageGone: "Nid yw'r cam hwnnw yno mwyach",
    noStages: "Ychwanegwch o leiaf un cam cyn agor y drws",
    doorClosed: "Mae'r drws ar gau, felly nid oes cod i'w newid",
    memberGone: "Nid yw'r person hwnnw yn y sesiwn mwyach",
    roundOpen: "Mae pobl yn gosod y geiriad hwn yn nhrefn blaenoriaeth. Caewch y rownd cyn ei ryddhau",
  },
} as const;
