// Every word here needs a translator's check before release; those marked U are specialist or coined.
export const support = {
  turnTo: "Os oes rhywbeth yn pwyso arnoch, dyma rywun y gallwch siarad â nhw:",
  nobodyNamed: "Os oes rhywbeth yn pwyso arnoch, siaradwch â'r hwylusydd.",
} as const;
