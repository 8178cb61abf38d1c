export const report = {
  close: {
    notOpened: "Nid yw'r sesiwn hon wedi'i hagor eto, felly nid oes dim i'w gau",
    roundOpen: "Mae blaenoriaethu ar agor o hyd. Caewch y rownd yn gyntaf, yna caewch y sesiwn",
  },
} as const;
