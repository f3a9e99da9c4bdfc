import type { LocalizedText } from "@cxmetrics/definition";
import type { IndexResult } from "../index-result.js";
import { diffDefinitions } from "../versions/diff-definitions.js";
import type { IndexComparison } from "./index-comparison.js";
import { looksSideways } from "./looks-sideways.js";
import { type RefusalReason, reasonFor } from "./refusal.js";

/** Parts of a definition that tell about scores without entering them. */
const besideScores = new Set<unknown>(["grades", "views", "outputs", "ranking", "rollups"]);

const messages: Readonly<Record<IndexComparison["comparability"]["verdict"], LocalizedText>> = {
  "same-definition": { en: "Both were scored with one definition.", zh: "两者使用同一定义计分。" },
  "editorial-only": {
    en: "The definitions differ in wording, sources or order alone.",
    zh: "两个定义仅在文字、出处或顺序上不同。",
  },
  "same-scores": {
    en: "The definitions differ in ways that move no score.",
    zh: "两个定义的差异不影响得分。",
  },
  linked: {
    en: "The definitions differ; a link over a period scored with both leads from one to the other.",
    zh: "两个定义不同，通过同时计分的重叠时期链接。",
  },
};

/** The ground of a comparison in words. */
export function comparability(
  verdict: IndexComparison["comparability"]["verdict"],
): IndexComparison["comparability"] {
  return { verdict, message: messages[verdict] };
}

/** Reasons for which no link helps: values that stand for their own table alone. */
export function sidewaysReasons(a: IndexResult, b: IndexResult): readonly RefusalReason[] {
  return [
    ...(looksSideways(a) ? [reasonFor("not-comparable-before")] : []),
    ...(looksSideways(b) ? [reasonFor("not-comparable-after")] : []),
  ];
}

/** On what ground two results may be compared without a link, or the reasons why they may not. */
export function groundOf(
  a: IndexResult,
  b: IndexResult,
): IndexComparison["comparability"]["verdict"] | readonly RefusalReason[] {
  if (a.definition.digest === b.definition.digest) return "same-definition";
  const reasons: RefusalReason[] = [];
  if (a.definition.id !== b.definition.id)
    reasons.push(reasonFor("another-index", { a: a.definition.id, b: b.definition.id }));
  const diff = diffDefinitions(a.document, b.document);
  const breaking = diff.changes.filter(
    ({ class: to, path }) => to === "breaking" && !besideScores.has(path[0]) && path[0] !== "id",
  );
  if (breaking.some(({ path }) => path[0] === "calibration")) reasons.push(reasonFor("calibration-differs"));
  const rest = breaking.filter(({ path }) => path[0] !== "calibration");
  if (rest.length > 0)
    reasons.push(
      reasonFor("definition-changed", {
        a: a.definition.version,
        b: b.definition.version,
        count: rest.length,
        first: rest[0]?.message ?? "",
      }),
    );
  if (reasons.length > 0) return reasons;
  return diff.class === "editorial" || diff.class === "none" ? "editorial-only" : "same-scores";
}
