import { CxMetricsError } from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";
import type { NormaliserMethod } from "./normaliser-method.js";
import { outsideDomain } from "./only-from.js";
import { stepsNotAscending } from "./problems.js";
import { stepsDirection } from "./steps-direction.js";

/** Levels of a rubric and the score of each. */
export interface Rubric {
  readonly method: "rubric";
  /** Ascending levels, each with its score and, for reading, what it means. */
  readonly levels: readonly {
    readonly level: number;
    readonly score: number;
    readonly title?: { readonly en: string; readonly zh: string };
  }[];
  /** Between two levels, as a mean of raters may lie: the line between their scores, or no value. */
  readonly between: "interpolate" | "undefined";
}

/** Score of a level that raters agreed on, or of a mean of levels. */
export const rubric: NormaliserMethod<Rubric> = {
  method: "rubric",
  kind: "row",
  title: { en: "Rubric levels", zh: "评分细则分级" },
  formula: String.raw`s_{\ell} \text{ for level } \ell`,
  source: "by definition",
  edgeCases: {
    en: "A level that the rubric lacks is a mistake of the data and has no value. Levels need not lie at equal distances; interpolation says that they may be averaged.",
    zh: "细则中没有的级别属于数据错误：无值。各级间距不必相等；选择插值即表示认可对级别取平均。",
  },
  example: {
    parameters: {
      method: "rubric",
      levels: [
        { level: 0, score: 0, title: { en: "absent", zh: "无" } },
        { level: 1, score: 40, title: { en: "partly", zh: "部分" } },
        { level: 2, score: 90, title: { en: "fully", zh: "完备" } },
      ],
      between: "interpolate",
    },
    raw: 1.5,
    value: 65,
  },
  parameters: {
    levels: {
      type: "list",
      of: {
        type: "record",
        members: {
          level: { type: "number", atLeast: -1e150, atMost: 1e150 },
          score: { type: "number", atLeast: -1e150, atMost: 1e150 },
          title: {
            type: "record",
            members: { en: { type: "text" }, zh: { type: "text" } },
            optional: true,
          },
        },
      },
      least: 2,
    },
    between: { type: "choice", of: ["interpolate", "undefined"] },
  },
  check: ({ levels }, path) =>
    levels.forEach(({ level }, at) => {
      if (at > 0 && level <= (levels[at - 1]?.level ?? 0))
        throw new CxMetricsError(stepsNotAscending, {
          path: [...path, "levels", at, "level"],
          values: { found: level, by: "level" },
        });
    }),
  scale: ({ levels, between }, x): Expression => {
    if (between === "interpolate")
      return {
        op: "piecewise",
        of: [x],
        knots: levels.map(({ level, score }) => [level, score]),
        beyond: "undefined",
      };
    return levels.reduceRight<Expression>(
      (rest, { level, score }) => ({
        op: "if",
        when: { compare: "=", of: [x, level] },
        // biome-ignore lint/suspicious/noThenProperty: the word of the formula format; data, never awaited
        then: score,
        else: rest,
      }),
      outsideDomain(x),
    );
  },
  direction: ({ levels }) =>
    stepsDirection(
      "undefined",
      levels.map(({ score }) => ({ value: score })),
    ),
};
