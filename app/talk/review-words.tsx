import { useTranslation } from "react-i18next";

import { WhoseWords } from "#app/scribe/whose-words.tsx";
import { Button } from "#app/ui/button.tsx";

import { reviewSubjects, type ReviewSubject } from "./kinds.ts";
import { ReflectionForm, ReflectionLine, ReflectionWords } from "./reflection-form.tsx";
import type { Reflecting } from "./use-reflections.ts";

/** How did we talk? Words about the talk, by the four Cs (methods 1.1), our rules and next time. Nobody is asked for a mark. */
export function ReviewWords({ reflecting }: { readonly reflecting: Reflecting }) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      {reviewSubjects.map((about) => <Subject key={about} about={about} reflecting={reflecting} />)}
    </div>
  );
}

function Subject({ about, reflecting }: { readonly about: ReviewSubject; readonly reflecting: Reflecting }) {
  const { t } = useTranslation();
  const written = reflecting.review.filter((words) => words.about === about);
  const title = t(`reflections.review.subjects.${about}.name`);
  return (
    <section className="card stack-tight" aria-labelledby={`review-${about}`}>
      <h2 id={`review-${about}`} className="text-xl">{title}</h2>
      <p>{t(`reflections.review.subjects.${about}.about`)}</p>
      {written.length > 0 ? (
        <ul className="words-list stack-tight">
          {written.map((words) => <ReflectionLine key={words.id} reflecting={reflecting} root="review" written={words} />)}
        </ul>
      ) : null}
      {reflecting.mayWrite ? (
        <ReflectionForm reflecting={reflecting} act="review" fields={{ about }} label={title}>
          <ReflectionWords label={t("reflections.review.words")} lang={reflecting.me.language} />
          <WhoseWords writesFor={reflecting.writesFor} />
          <Button look="quiet">{t("reflections.review.add")}<span className="visually-hidden">: {title}</span></Button>
        </ReflectionForm>
      ) : null}
    </section>
  );
}
