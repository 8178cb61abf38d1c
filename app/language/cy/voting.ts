export const voting = {
  problem: {
    tooFewCandidates: "Rhaid bod o leiaf ddwy flaenoriaeth i'w gosod mewn trefn",
    tooManyCandidates: "Mae mwy o flaenoriaethau nag y gall pobl eu gosod mewn trefn. Dewch â nhw i lawr i 80 neu lai",
    badChoose: "Gofynnwch i bob person ddewis o leiaf un, a dim mwy nag sydd ar gael na mwy na deg",
    sessionNotOpen: "Nid yw'r sesiwn hon ar agor",
    alreadyOpen: "Mae pleidlais eisoes ar agor yn y sesiwn hon",
    nobodySeated: "Nid oes neb wedi ymuno eto, felly nid oes neb i'w holi",
    notOnRoll: "Gwnaethoch ymuno ar ôl i'r bleidlais hon agor, felly ni allwch gymryd rhan ynddi",
    closed: "Mae'r bleidlais hon wedi cau. Cafodd eich pleidlais olaf, os gwnaethoch fwrw un, ei chyfrif",
    notABallot: "Dewiswch o'r rhestr eto: nid oedd y bleidlais hon yn cyd-fynd â hi",
  },
} as const;
