import { weightToNumber } from "@cxmetrics/formula";
import { lessIsBetter } from "../grades/less-is-better.js";
import { tableMarkdown } from "./escape-markdown.js";
import type { PageContext } from "./page-context.js";
import { showPercent } from "./show-number.js";

/** Bands, conditions and veto; nothing where the definition has no grades. */
export function gradesSection(page: PageContext): string | undefined {
  const { document, words, say, titleOf } = page;
  const { grades } = document;
  if (!grades) return undefined;
  const boundary = grades.boundary ?? "lower-included";
  const upper = boundary === "upper-included";
  const rows = grades.bands.map((band, place) => [
    `${say(band.title)}${words.aside(`\`${band.id}\``)}`,
    band.from !== undefined
      ? `${upper ? ">" : "≥"} ${band.from}`
      : band.upTo !== undefined
        ? `${upper ? "≤" : "<"} ${band.upTo}`
        : place === grades.bands.length - 1
          ? lessIsBetter(grades)
            ? words.above
            : words.below
          : words.byQuota,
    [
      ...(band.conditions ?? []).flatMap(({ node, raw, atLeast, atMost }) => {
        const title = raw ? words.rawOf(titleOf(node)) : titleOf(node);
        return [
          ...(atLeast === undefined ? [] : [words.atLeast(title, String(atLeast))]),
          ...(atMost === undefined ? [] : [words.atMost(title, String(atMost))]),
        ];
      }),
      ...(band.quota === undefined ? [] : [words.quota(showPercent(weightToNumber(band.quota)))]),
    ].join(words.semicolon) || "–",
  ]);
  return [
    `## ${words.grades}`,
    "",
    [
      words.gradeNote(titleOf(grades.of)) + words.boundary[boundary],
      words.failing[grades.onFailedCondition],
    ].join(words.space),
    "",
    tableMarkdown([words.grade, lessIsBetter(grades) ? words.upTo : words.from, words.conditions], rows),
    ...(grades.quotaTies ? ["", words.quotaNote[grades.quotaTies]] : []),
    ...(grades.gates ?? []).flatMap((id) => {
      const effect = effectOf(page, id);
      return effect === undefined ? [] : ["", words.gateNote(titleOf(id), effect)];
    }),
    ...(grades.veto ? ["", words.vetoNote(say(grades.veto.title))] : []),
  ].join("\n");
}

/** What a gate does to the grade, in words. */
function effectOf({ document, words, say }: PageContext, id: string): string | undefined {
  const node = document.nodes[id];
  if (node?.kind !== "gate") return undefined;
  if (node.effect.do === "withhold-grade") return words.gateEffect["withhold-grade"]();
  if (node.effect.do !== "cap-grade") return undefined;
  const { at } = node.effect;
  const band = document.grades?.bands.find((one) => one.id === at);
  return words.gateEffect["cap-grade"](band ? say(band.title) : at);
}
