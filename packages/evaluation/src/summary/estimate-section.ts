import type { Language, Outcome } from "@cxmetrics/definition";
import type { EvaluationResult, MeasureForm } from "../evaluation-result.js";
import { wording } from "./wording.js";
import { writeLevel, writeNumber } from "./write-number.js";
import { writeTable } from "./write-table.js";

/** One row per indicator and unit: value, n and interval as they enter the index. */
export function estimateSection(result: EvaluationResult, lang: Language): readonly string[] {
  const { unit, value, n, interval, indicator } = wording[lang];
  return writeTable([indicator, unit, value, n, interval], estimateRows(result, "estimates", lang), 2);
}

/** The same for criteria; empty without any. */
export function criteriaSection(result: EvaluationResult, lang: Language): readonly string[] {
  const { unit, value, n, interval, criterion, criteriaNote } = wording[lang];
  const rows = estimateRows(result, "criteria", lang);
  if (rows.length === 0) return [];
  return [criteriaNote, "", ...writeTable([criterion, unit, value, n, interval], rows, 2)];
}

function estimateRows(
  result: EvaluationResult,
  group: "estimates" | "criteria",
  lang: Language,
): readonly (readonly string[])[] {
  return Object.entries(result[group]).flatMap(([id, byUnit]) => {
    const about = result.measures[id];
    return result.units.map((unit) => {
      const form = about?.forms.find(({ units }) => units.includes(unit.id));
      return [
        `${about?.title[lang] ?? id} (${id})`,
        unit.title[lang],
        ...estimateCells(byUnit[unit.id], form),
      ];
    });
  });
}

function estimateCells(outcome: Outcome | undefined, form: MeasureForm | undefined): readonly string[] {
  if (!outcome || outcome.status === "not-computable") return ["—", "—", "—"];
  if (outcome.status === "suppressed") return ["—", String(outcome.n), "—"];
  const { factor, suffix } = form ?? { factor: 1, suffix: "" };
  // A given figure is told as it was given.
  const write = (value: number) => (form?.kind === "given" ? String(value) : writeNumber(value * factor));
  const { value, n, effectiveN, interval } = outcome;
  return [
    `${write(value)}${suffix === "" ? "" : ` ${suffix}`}`,
    Math.abs(effectiveN - n) < 0.5 ? String(n) : `${n} (${effectiveN.toFixed(0)})`,
    interval.status === "ok"
      ? `[${write(interval.lower)}, ${write(interval.upper)}] ${writeLevel(interval.level)}`
      : "—",
  ];
}
