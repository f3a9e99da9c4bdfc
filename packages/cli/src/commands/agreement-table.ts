import type { Interval } from "@cxmetrics/definition";
import type { BootstrapInterval } from "@cxmetrics/stats";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showCount, showInterval, showLevel, showNumber, showP } from "../show/show-value.js";
import { type TableColumn, terminalTable } from "../show/terminal-table.js";
import type { AgreementChoices } from "./agreement-options.js";
import type { MeasuredAgreement } from "./measure-agreement.js";

/** A coefficient of agreement with its base; or why there is none. */
export function agreementTable(
  { found, raters, units }: MeasuredAgreement,
  { method, level, weights, form, confidence }: AgreementChoices,
  { lang, bold }: Run,
): string {
  if (found.status !== "ok") return printable(found.message[lang]);
  const interval = "interval" in found ? found.interval : null;
  const p = "p" in found ? found.p : null;
  const base = "units" in found ? found.units : found.n;
  const detail = method === "icc" ? form : method === "cohen" ? weights : level;
  const right = (head: string): TableColumn => ({ head, align: "right" });
  const columns: readonly TableColumn[] = [
    { head: words.coefficient[lang], align: "left" },
    right(words.value[lang]),
    ...(interval ? [right(say(lang, words.interval, { level: showLevel(confidence ?? 0.95) }))] : []),
    right(words.units[lang]),
    right(words.leftOut[lang]),
    right(words.raters[lang]),
    ...(p === null ? [] : [right("")]),
  ];
  const row = [
    say(lang, words[method], { detail }),
    showNumber(found.value, 3),
    ...(interval ? [showInterval(interval, "ratio", lang)] : []),
    showCount(base),
    showCount(units - base),
    showCount(raters.length),
    ...(p === null ? [] : [showP(p)]),
  ];
  const reason = interval && interval.status !== "ok" ? [interval.message[lang]] : [];
  const drawn =
    interval?.status === "ok" && isDrawn(interval)
      ? [
          say(lang, words.resamplesOfUnits, {
            resamples: showCount(interval.resamples),
            seed: interval.seed,
            generator: interval.generator,
          }),
        ]
      : [];
  const note = method === "icc" || method === "kendall" ? [] : [words.agreementNote[lang]];
  return [terminalTable(columns, [row], bold), "", ...reason, ...drawn, ...note].join("\n").trimEnd();
}

/** Whether an interval comes from resamples. */
function isDrawn(interval: Interval): interval is BootstrapInterval {
  return "resamples" in interval;
}
