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
  clock: {
    label: "Amser ar ôl",
    stopped: "ar ôl, cloc wedi stopio",
    running: "ar ôl",
    over: "Mae'r amser ar ben. Gorffennwch yr hyn rydych yn ei ddweud",
    passed: { five: "Pum munud ar ôl", two: "Dwy funud ar ôl", one: "Un funud ar ôl", zero: "Mae'r amser ar ben. Ni chaiff neb ei dorri i ffwrdd" },
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
