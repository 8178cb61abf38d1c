/** Kinds of what is said. */

/** How a contribution answers another (methods 2.1). "" answers none. */
export const ways = ["", "builds", "asks", "challenges", "another"] as const;
export type Way = (typeof ways)[number];

/** Where something gets in the way (methods B6, after Nutley): how we work, how services are run, how things are done here. */
export const levels = ["practice", "system", "culture"] as const;
export type Level = (typeof levels)[number];

/** What the review is about: the four Cs (methods 1.1), the group's own rules, and next time. */
export const reviewSubjects = ["caring", "collaborative", "critical", "creative", "rules", "next"] as const;
export type ReviewSubject = (typeof reviewSubjects)[number];
