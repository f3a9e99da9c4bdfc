import type { Language } from "@cxmetrics/definition";
import { type Condition, type Expression, toProse, weightToNumber } from "@cxmetrics/formula";
import type { IndexNode } from "../index-definition.js";
import type { BonusNode, DeductionNode, PointItem } from "./deduction/deduction-node.js";
import type { Evidence } from "./evidence/evidence.js";
import type { GateNode } from "./gate/gate-node.js";
import { isStatement } from "./gate/lower-gate.js";
import type { PointsNode } from "./points/points-node.js";
import { sayings } from "./sayings.js";

/** How names are written where the sentence stands. */
export interface Speech {
  readonly lang: Language;
  readonly titleOf: (id: string) => string;
  /** The name of an input of a formula. */
  readonly name: (input: string) => string;
  readonly write: (text: string) => string;
}

/** The rule of a node as a sentence for readers who do not read formulas; `undefined` where the formula says it all. */
export function sayNode(node: IndexNode, speech: Speech): string | undefined {
  switch (node.kind) {
    case "indicator":
      return node.evidence && sayEvidence(node.evidence, speech);
    case "points":
      return sayPoints(node, speech);
    case "deduction":
    case "bonus":
      return sayAdjustment(node, speech);
    case "gate":
      return sayGate(node, speech);
    case "let":
      return sayings[speech.lang].let(Object.keys(node.default).map(speech.write));
    case "membership":
      return sayings[speech.lang].membership(node.normalise);
    case "synthesis":
      return sayings[speech.lang].synthesis(
        node.operator,
        node.children.map((child) => `${speech.titleOf(child.node)} ${speech.write(String(child.weight))}`),
      );
    case "defuzzify":
      return sayings[speech.lang].defuzzify(
        node.by.method,
        Object.entries(node.values).map(([grade, value]) => `${speech.write(grade)} = ${value}`),
      );
    default:
      return undefined;
  }
}

function sayEvidence({ conditions = [], stated = [] }: Evidence, { lang, write }: Speech): string {
  const bounds = conditions.flatMap(({ title, atLeast, atMost }) => [
    ...(atLeast === undefined ? [] : [`${write(title[lang])} ≥ ${atLeast}`]),
    ...(atMost === undefined ? [] : [`${write(title[lang])} ≤ ${atMost}`]),
  ]);
  return sayings[lang].evidence(bounds, stated.map(write));
}

function sayPoints(node: PointsNode, { lang, titleOf }: Speech): string {
  const parts = node.children.map((child) => `${titleOf(child.node)} ${child.maximum}`);
  const least =
    node.missing.policy === "prorated" ? weightToNumber(node.missing.minimumAvailable) : undefined;
  return sayings[lang].points(node.maximum, parts, node.notApplicable, node.outOfRange, least);
}

function sayAdjustment(node: DeductionNode | BonusNode, speech: Speech): string {
  const words = sayings[speech.lang];
  const items = node.items.map((item) => sayItem(item, speech));
  const base = speech.titleOf(node.kind === "deduction" ? node.from : node.to);
  return words.adjustment(node.kind, base, items, node.atMost, node.limits);
}

function sayItem({ title, of, each, steps, atMost }: PointItem, { lang, name, write }: Speech): string {
  const counted = toProse(of, lang, { name });
  return sayings[lang].item(write(title[lang]), counted, each, steps, atMost);
}

function sayGate(
  { of, when, effect, notAssessed }: GateNode,
  { lang, titleOf, name, write }: Speech,
): string {
  const words = sayings[lang];
  const predicate = isStatement(when)
    ? words.statement(write(when.attribute), when.confirmed.map(write))
    : sayCondition(when, lang, name);
  return words.gate(
    titleOf(of),
    predicate,
    words.effects[effect.do](
      "value" in effect ? effect.value : "at" in effect ? write(String(effect.at)) : "",
    ),
    notAssessed,
  );
}

/** A condition in words: the formula package says whole formulas, so the sentence is cut out of the smallest one. */
function sayCondition(when: Condition, lang: Language, name: (input: string) => string): string {
  // biome-ignore lint/suspicious/noThenProperty: the word of the formula format; data, never awaited
  const smallest: Expression = { op: "if", when, then: 1, else: 0 };
  const prose = toProse(smallest, lang, { name });
  return lang === "en"
    ? prose.replace(/^if /, "").replace(/, then 1, otherwise 0$/, "")
    : prose.replace(/^若\s*/, "").replace(/，则取\s*1，否则取\s*0$/, "");
}
