import type { Outcome } from "@cxmetrics/definition";
import { type Child, html } from "../markup/html.js";
import { writeCount } from "../numbers/write-number.js";
import { data, type ReportPage } from "./report-page.js";

/** Which records an outcome could rest on, and which were left out for which reason. */
export function baseText({ say, lang }: ReportPage, outcome: Outcome): Child {
  if (outcome.status === "suppressed") return html`${data(outcome.message[lang])}`;
  const { valid, missing, invalid, excluded } = outcome.base;
  const all = valid + missing + invalid;
  const reasons = Object.entries(excluded).map(([reason, count]) => `${reason}: ${writeCount(count)}`);
  return html`${say("validOf", { valid: writeCount(valid), all: writeCount(all) })}${
    missing > 0 ? `; ${say("missing", { count: writeCount(missing) })}` : ""
  }${invalid > 0 ? `; ${say("invalid", { count: writeCount(invalid) })}` : ""}${
    reasons.length > 0 ? html` <small>(${data(reasons.join("; "))})</small>` : ""
  }`;
}
