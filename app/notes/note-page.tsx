import { getFormProps, useForm, type FormMetadata, type SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Choices, SelectField, TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";

import type { NoteErrand, Subject } from "./note-errand.ts";
import { replyWays } from "./notes.doc.ts";
import { sentenceLabel, sentencesOf } from "./sentences.ts";
import { quoteOf } from "./threads.ts";

/** A form as it is posted; which fields there are depends on `act`. */
interface Posted extends Record<string, unknown> {
  readonly from: string;
  readonly to: string;
  readonly way: string;
  readonly words: string;
  readonly because: string;
  readonly lang: string;
}

interface NotePageProps {
  readonly title: string;
  readonly errand: NoteErrand;
  /** Language this member writes in. */
  readonly myLang: string;
  /** What the desk answered to a form with something wrong in it. */
  readonly answer: SubmissionResult<string[]> | undefined;
}

/** One form about notes, for pages without JavaScript: note, reply, change, take back. */
export function NotePage({ title, errand, myLang, answer }: NotePageProps) {
  const { t } = useTranslation();
  const { subject, documentId, back, isOpen } = errand;
  const words = subject.kind === "edit" ? subject.note.words : "";
  const [form, fields] = useForm<Posted>({ id: "note", lastResult: answer ?? null, defaultValue: { words, lang: myLang, from: "0", to: lastSentence(subject) } });
  return (
    <Page title={title}>
      <ErrorSummary form={form} />
      <About subject={subject} />
      {isOpen ? null : <Notice tone="warn"><p>{t("notes.page.closed")}</p></Notice>}
      <form method="post" className="stack" {...getFormProps(form)}>
        <Hidden values={{ document: documentId, back, ...actOf(subject) }} />
        <Fields subject={subject} fields={fields} />
        <div className="row">
          {isOpen ? <Button look={isWithdrawal(subject) ? "danger" : undefined}>{t(buttonOf(subject))}</Button> : null}
          <a href={back} className="button" data-look="quiet">{t("notes.page.back")}</a>
        </div>
      </form>
    </Page>
  );
}

function lastSentence(subject: Subject): string {
  return subject.kind === "block" ? String(Math.max(0, sentencesOf(subject.block.text).length - 1)) : "0";
}

function isWithdrawal({ kind }: Subject): boolean {
  return kind === "withdraw" || kind === "withdrawReply";
}

/** What the form does, and to what, as it is posted. */
function actOf(subject: Subject): Readonly<Record<string, string>> {
  if (subject.kind === "block") return { act: "note", block: subject.block.id };
  if (subject.kind === "withdrawReply") return { act: "withdrawReply", reply: subject.reply.id };
  return { act: subject.kind, note: subject.note.id };
}

function buttonOf({ kind }: Subject) {
  return ({ block: "notes.save", reply: "notes.reply.save", edit: "common.save", withdraw: "notes.withdraw.act", withdrawReply: "notes.withdraw.act" } as const)[kind];
}

function Hidden({ values }: { readonly values: Readonly<Record<string, string>> }): ReactNode {
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

/** The words that the form is about. */
function About({ subject }: { readonly subject: Subject }) {
  const { t } = useTranslation();
  if (subject.kind === "block") {
    return (
      <section className="stack-tight" aria-labelledby="note-part">
        <h2 id="note-part">{t("notes.page.part")}</h2>
        <blockquote lang={subject.textLang}>{subject.block.text}</blockquote>
      </section>
    );
  }
  if (subject.kind === "withdrawReply") return <blockquote lang={subject.reply.lang} className="note-words">{subject.reply.words}</blockquote>;
  return (
    <div className="stack-tight">
      <blockquote lang={subject.textLang}>{quoteOf(subject.note)}</blockquote>
      {subject.kind === "edit" ? null : <p lang={subject.note.lang} className="note-words">{subject.note.words}</p>}
    </div>
  );
}

type PostedFields = ReturnType<FormMetadata<Posted, string[]>["getFieldset"]>;

function Fields({ subject, fields }: { readonly subject: Subject; readonly fields: PostedFields }) {
  const { t } = useTranslation();
  switch (subject.kind) {
    case "block":
      return <><Sentences text={subject.block.text} fields={fields} /><TextArea field={fields.words} label={t("notes.why")} hint={t("notes.whyHint")} /><WrittenIn fields={fields} /></>;
    case "reply":
      return (
        <>
          <Choices field={fields.way} label={t("notes.reply.way")} options={replyWays.map((way) => ({ value: way, label: t(`notes.way.${way}`) }))} />
          <TextArea field={fields.words} label={t("notes.reply.words")} />
          <TextArea field={fields.because} label={t("notes.reply.because")} hint={t("notes.reply.becauseHintPlain")} rows={3} />
          <WrittenIn fields={fields} />
        </>
      );
    case "edit":
      return <TextArea field={fields.words} label={t("notes.why")} lang={subject.note.lang} />;
    case "withdraw":
    case "withdrawReply":
      return <p>{t("notes.withdraw.body")}</p>;
  }
}

function Sentences({ text, fields }: { readonly text: string; readonly fields: PostedFields }) {
  const { t } = useTranslation();
  const options = sentencesOf(text).map((sentence, index) => ({ value: String(index), label: sentenceLabel(text, sentence, index) }));
  if (options.length < 2) return <Hidden values={{ from: "0", to: "0" }} />;
  return <><SelectField field={fields.from} label={t("notes.sentence.from")} options={options} /><SelectField field={fields.to} label={t("notes.sentence.to")} options={options} /></>;
}

function WrittenIn({ fields }: { readonly fields: PostedFields }) {
  const { t } = useTranslation();
  return <SelectField field={fields.lang} label={t("notes.lang")} options={[{ value: "cy", label: t("common.welsh") }, { value: "en", label: t("common.english") }]} />;
}
