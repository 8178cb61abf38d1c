import { sharings, type Sharing } from "#app/thinking/notes.ts";

/** As what a private note can be shared in a session of these stages: an idea or a question only where somebody will come upon it. */
export function waysToShare(stages: readonly { readonly activity: string }[]): readonly Sharing[] {
  const has = (activity: string) => stages.some((stage) => stage.activity === activity);
  const areShown: Readonly<Record<Sharing, boolean>> = { said: true, concept: has("concepts") || has("questions"), question: has("questions") };
  return sharings.filter((as) => areShown[as]);
}
