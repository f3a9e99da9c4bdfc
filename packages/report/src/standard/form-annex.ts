import { html } from "../markup/html.js";
import type { StandardPage, StandardSection } from "./standard-page.js";

const items = [
  "formObject",
  "formBuild",
  "formDevice",
  "formPeriod",
  "formDefinition",
  "formInvited",
  "formAnswered",
  "formValid",
  "formExcluded",
  "formDeviations",
  "formVetoes",
  "formComparability",
  "formScore",
] as const;

/** The form of a report, to be filled in. */
export function formAnnex({ say, told, table, supplement }: StandardPage): StandardSection {
  return {
    id: "form",
    title: say("form"),
    body: html`<p>${say("formIntro")}</p>
${table({
  title: say("formTable"),
  heads: [say("item"), say("entry")],
  rows: items.map((item) => [say(item), say("toFill")]),
  form: "form",
})}${table({
  title: say("formSignatures"),
  heads: [say("role"), say("name"), say("signature")],
  rows: supplement.signatures.map((role) => [told(role), say("toFill"), say("toFill")]),
  form: "form",
})}`,
  };
}
