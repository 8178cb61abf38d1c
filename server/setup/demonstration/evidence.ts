/** Eight items of evidence of the four kinds, in our own words. Invented, save where an item says what it rests on. */
import type { EvidenceKind } from "#prisma/enums.ts";

export interface DemonstrationEvidence {
  readonly key: string;
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly perspective: string;
  readonly source: string;
  readonly date: string;
  readonly place: string;
  readonly language: "en" | "cy";
  /** Empty when the makers chose "not known". */
  readonly limitations: string;
  /** Pasted as a facilitator would paste it. */
  readonly text: string;
}

export const evidence: readonly DemonstrationEvidence[] = [
  {
    key: "research",
    title: "What published work from Wales says about short breaks",
    kind: "research",
    perspective: "Researchers",
    source: "Our summary of work published by Bangor University and partners, 2021 to 2023",
    date: "2023",
    place: "Wales",
    language: "en",
    limitations: "A summary written for this demonstration. It leaves a great deal out: follow the sources before you rely on it.",
    text: `# What counts as a break
A short break can be time apart or time together. It can happen at home or away, for an hour or for a week. What makes it a break is that both people come back from it better than they went.

Researchers in Wales found that breaks do most good when they are planned and looked forward to. A bed offered in a crisis may be needed, but it is an emergency service and not a break.

# What a vision for Wales asked for
In 2021 a group of carers, researchers and charities set out four things to work towards:
- a clear statement, nationally and in each region, of what people can expect
- one place to find out what there is
- hotels, cafés and leisure centres that give breaks as a gift
- a fund for short breaks that people can decide about themselves`,
  },
  {
    key: "figures",
    title: "The national short breaks scheme in figures",
    kind: "research",
    perspective: "Researchers",
    source: "Interim evaluation of the National Short Breaks Scheme (figures quoted; wording ours)",
    date: "2023/24",
    place: "Wales",
    language: "en",
    limitations: "Only people who got a break and answered a survey. It was an interim report. It cannot tell us about those who never asked.",
    text: `By 2023/24 the scheme had reached 24,331 unpaid carers.

Of the adults who took part, 80% were caring for more than fifty hours a week.

For 86% it was the only break they had had that year.

When asked what would help most, 38.7% said a break overnight.`,
  },
  {
    key: "carers",
    title: "Carers talking: an afternoon in Glan Enfys",
    kind: "livedExperience",
    perspective: "Unpaid carers",
    source: "Exploratory talk with a carers' group, written up and read back to them",
    date: "March 2025",
    place: "Glan Enfys",
    language: "en",
    limitations: "One group, in the daytime, so nobody who works full time. Nobody under forty.",
    text: `# The first day
Carer 1: I spent the first day just sleeping. People say, what did you do with your break? I slept. I would do it again.

Carer 2: I couldn't sleep. I lay there listening for him. It took me three nights to stop listening, and then it was time to fetch him home.

# Permission
Carer 3: Nobody tells you that you are allowed. You have to be on your knees before anyone says, have you thought about a break? And then you feel you have failed.

Carer 1: My sister said, you can't put Mam in there. Put. As if I was posting a parcel.

Carer 4: I feel guilty if I go and I feel guilty if I snap at her because I didn't go. So you may as well go.

# The asking
Carer 2: There were eleven pages. I counted. And a question about what I do for leisure. I laughed out loud.

Carer 3: The asking is the hard part. If there had been one number and one person who knew us, I would have rung two years before I did.

# Together
Carer 4: The best one we had was the two of us. The hotel in town gave us lunch, a proper lunch with a tablecloth. He had his chair by the window. For two hours I wasn't his carer, I was his wife.

Carer 1: I would not want that. I want to be on my own with a book. So it can't be one thing, can it?`,
  },
  {
    key: "moments",
    title: "Two moments: one to keep, one never again",
    kind: "livedExperience",
    perspective: "A daughter who cares for her father",
    source: "Told to a neighbour, who wrote it down and read it back",
    date: "June 2025",
    place: "Glan Enfys",
    language: "en",
    limitations: "One person's experience. Some details are changed so that nobody can be recognised.",
    text: `# A magic moment
Every other Thursday a volunteer called Bryn took Dad to the café where they sing. Dad knew him from chapel. For two hours I walked on the beach and nobody needed me. When I came to fetch him he was on his feet, singing bass, and he did not want to go home. I knew who he was with. That was the whole of it: I knew who he was with.

# A tragic moment
My aunt died and the funeral was on the Friday. A bed had been promised for two nights. On Thursday at four o'clock they rang to say that it had gone to somebody coming out of hospital. I stood in the kitchen with the phone in my hand. I did not go to the funeral. I have not asked for anything since.`,
  },
  {
    key: "emrys",
    title: "Fy ngwyliau bach i",
    kind: "livedExperience",
    perspective: "Dyn sy'n derbyn gofal a chymorth",
    source: "Adroddwyd wrth ei ferch",
    date: "Mai 2025",
    place: "Glan Enfys",
    language: "cy",
    limitations: "Un dyn, a'i ferch yn ysgrifennu ar ei ran. Efallai iddo ddweud pethau'n garedicach oherwydd ei bod hi yno.",
    text: `Mae pawb yn gofyn i fy merch sut oedd ei seibiant hi. Does neb yn gofyn i mi sut oedd fy un i.

Y tro cyntaf, roedd y gwely'n gyfforddus a'r bwyd yn iawn. Ond doedd neb yn siarad Cymraeg â mi am bum niwrnod. Roeddwn i'n teimlo fel petawn i wedi mynd yn dawel y tu mewn.

Yr ail dro, roedd Marged ar y shifft nos. Roedd hi'n dod o'r un cwm â mi. Buom ni'n sôn am y ceffylau a'r eira mawr. Cysgais i fel plentyn.

Nid y gwely sy'n gwneud y seibiant. Y bobl sy'n gwneud y seibiant.`,
  },
  {
    key: "assessors",
    title: "What we offer, and why: notes from the team",
    kind: "practitioner",
    perspective: "Three assessors and a day-service worker",
    source: "Notes of a team meeting, agreed by those who were there",
    date: "April 2025",
    place: "Glan Enfys",
    language: "en",
    limitations: "From memory, and only about our own team. We have not checked it against the files.",
    text: `We asked each other what we really do when a carer says they are tired.

- We offer what is on the list. It is quicker, and we know that it will be agreed.
- What is on the list is beds and sitting hours. If somebody wants a train ticket to their sister, there is no box for it.
- By the time people ask, it is usually late. Then it has to be a bed, because nothing else can be had by Monday.

One of us said: "I ask what matters to you, and then I write down what we have got."

The day-service worker said that people are calmer when the same two faces come. With agency staff it takes a whole morning before anybody settles.`,
  },
  {
    key: "counts",
    title: "What the council counts: carers and breaks, 2024/25",
    kind: "organisational",
    perspective: "The council's performance team",
    source: "Local counts LOCAL-01 to LOCAL-06 (invented)",
    date: "2024/25",
    place: "Glan Enfys",
    language: "en",
    limitations: "Leaves out breaks given by charities, and any break that is not in a support plan. One year only. People in one count are not always the same people as in the next.",
    text: `# Counts
- LOCAL-01 carers who contacted us: 412
- LOCAL-02 carers given advice: 301
- LOCAL-03 assessments offered: 268
- LOCAL-04 assessments completed: 198
- LOCAL-05 carers with a support plan: 71
- LOCAL-06 support plans with a short break in them: 44

# Measures made from them
Assessments completed, of those offered: 198 of 268, which is 73.9%.

Plans, of assessments completed: 71 of 198, which is 35.9%.

Plans with a break in them: 44 of 71, which is 62.0%.`,
  },
  {
    key: "beds",
    title: "Two beds, all year: a note on cost and use",
    kind: "organisational",
    perspective: "The council's commissioning manager",
    source: "Half a page for the budget meeting (invented)",
    date: "May 2025",
    place: "Glan Enfys",
    language: "en",
    limitations: "The council's view only. Nobody asked carers why beds stood empty.",
    text: `We pay for two respite beds for the whole year. Last year they were used 58% of the time.

Booking needs six weeks' notice, so that the home can plan its staff. When a bed is not booked, the home may use it for people coming out of hospital.

On these figures the beds look under-used, and the money might be spent on something else. Before deciding, we should understand why families tell us that there is nothing to be had.`,
  },
];
