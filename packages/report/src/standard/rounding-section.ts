import { CxMetricsError } from "@cxmetrics/definition";
import { type Expression, roundDecimal } from "@cxmetrics/formula";
import { html } from "../markup/html.js";
import { expressionOf } from "./formula-html.js";
import { roundingDiffers } from "./problems.js";
import type { StandardPage, StandardSection } from "./standard-page.js";

/** Where the score is rounded, once, and by which rule. */
export function roundingSection(page: StandardPage): StandardSection {
  const { say, told, table, supplement } = page;
  const { where, decimals, mode } = supplement.rounding;
  const defined = definedRounds(page).map(({ node, digits, mode: rule }) =>
    say("definedRound", {
      node: page.titleOf(node),
      digits,
      mode:
        rule === "half-even" || rule === "half-up" ? say(`${rule}-name`) : say("otherMode", { mode: rule }),
    }),
  );
  const step = 10 ** -decimals;
  const ties = [72 * step + step / 2, 73 * step + step / 2].map((value) => {
    const text = value.toFixed(decimals + 1);
    return `${text} → ${roundDecimal(Number(text), decimals, mode).toFixed(decimals)}`;
  });
  const rows = [
    [say("roundingWhere"), told(where)],
    [say("roundingOnce"), say("once")],
    [say("roundingMode"), say(mode)],
    [say("roundingDigits"), decimals],
    [say("tie"), ties.join("; ")],
    [
      say("roundingDefined"),
      defined.length === 0 ? say("noDefinedRound") : defined.join(page.lang === "zh" ? "；" : "; "),
    ],
  ];
  return {
    id: "rounding",
    title: say("rounding"),
    body: html`${table({ title: say("rounding").replace(/^\d+ /, ""), heads: [], rows, form: "card" })}`,
  };
}

/** Refuses a clause that says otherwise than the definition itself. */
export function expectSameRounding(page: StandardPage): void {
  const { decimals, mode } = page.supplement.rounding;
  for (const found of definedRounds(page))
    if (found.digits !== decimals || found.mode !== mode)
      throw new CxMetricsError(roundingDiffers, {
        path: ["rounding"],
        values: { decimals, mode, digits: found.digits, definitionMode: found.mode, node: found.node },
      });
}

interface DefinedRound {
  readonly node: string;
  readonly digits: number;
  readonly mode: string;
}

function definedRounds({ definition }: StandardPage): readonly DefinedRound[] {
  return Object.keys(definition.nodes).flatMap((node) => roundsIn(expressionOf(definition, node), node));
}

/** A formula may round somewhere inside, for example each part before they are added. */
function roundsIn(expression: Expression | undefined, node: string): readonly DefinedRound[] {
  if (typeof expression !== "object") return [];
  const own = expression.op === "round" ? [{ node, digits: expression.digits, mode: expression.mode }] : [];
  const inner =
    "of" in expression ? expression.of : expression.op === "if" ? [expression.then, expression.else] : [];
  return [...own, ...inner.flatMap((part) => roundsIn(part, node))];
}
