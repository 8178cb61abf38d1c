/** The passages that questions can be drawn from: what people marked in the session's evidence. */
import type { QuestionPassage } from "./questions.doc.ts";

export interface Passage {
  /** "notes document/note", as a form says it. */
  readonly value: string;
  /** Title of the evidence item, and the language of its words. */
  readonly title: string;
  readonly lang: string;
  /** What whoever marked it said of it, who that was, and in which language. */
  readonly why: { readonly words: string; readonly lang: string; readonly by: string };
  /** What the question keeps of it. */
  readonly passage: QuestionPassage;
}
