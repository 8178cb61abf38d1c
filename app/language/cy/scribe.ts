// Every word here needs a translator's check before release; those marked U are specialist or coined.
export const scribe = {
  for: "Geiriau pwy yw'r rhain?",
  forHint: "Ysgrifennwch nhw fel y cawsant eu dweud, a'u darllen yn ôl.",
  mine: "Fy ngeiriau fy hun",
  noDevice: "heb ddyfais",
  checked: "Rwyf wedi'i ddarllen yn ôl a'i wirio gyda nhw",
  written: "wedi'i ysgrifennu gan {{name}}",
  read: "wedi'i wirio gyda'r sawl a'i dywedodd",
  unread: "heb ei wirio eto gyda'r sawl a'i dywedodd",
  corrected: "wedi'i gywiro gan y sawl a'i dywedodd",
  earlier: "Sut yr oedd o'r blaen",
  check: "Rwyf wedi'i wirio gyda nhw",
  correct: "Ei gywiro",
  correctTitle: "Cywiro'r hyn a ysgrifennwyd ar eich rhan",
  correctHint: "Bydd eich geiriau chi'n cymryd lle geiriau'r cofnodydd. Gellir gweld o hyd sut yr oedd o'r blaen.", // U
} as const;
