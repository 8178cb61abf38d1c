// Every word here needs a translator's check before release; those marked U are specialist or coined.
export const concepts = {
  title: "Syniadau gwerth gofyn amdanynt",
  hint: "Gair neu ychydig eiriau: tegwch, cael eich holi, pwy sy'n penderfynu. Edrychwch yn eich nodiadau preifat am rai.",
  label: "Syniad",
  add: "Ychwanegu'r syniad hwn",
  none: "Dim syniadau eto.",
  withdraw: "Ei dynnu'n ôl",
  said: { added: "Mae eich syniad wedi'i ychwanegu.", withdrawn: "Mae eich syniad wedi'i dynnu'n ôl." },
  problem: { none: "Ysgrifennwch syniad yn gyntaf", long: "Ychydig eiriau yw syniad. Gwnewch ef yn fyrrach, hyd at 80 nod", gone: "Nid yw'r syniad hwnnw yno mwyach", many: "Mae mwy o syniadau nag y gall neb edrych drostynt. Tynnwch un yn ôl yn gyntaf", closed: "Ni ellir newid syniadau nawr" },
} as const;
