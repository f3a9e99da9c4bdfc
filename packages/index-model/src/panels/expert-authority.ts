import { expectNumber, expectOneOf, expectRecord, type ProblemPath } from "@cxmetrics/definition";

/** How much each basis shaped the expert's judgement (判断依据). */
export interface JudgementBasis {
  readonly practice: BasisLevel;
  readonly theory: BasisLevel;
  readonly literature: BasisLevel;
  readonly intuition: BasisLevel;
}

/** How much a basis counted. */
export type BasisLevel = "large" | "medium" | "small" | "none";

/** How familiar an expert is with the matter (熟悉程度). */
export type Familiarity =
  | "very-familiar"
  | "familiar"
  | "fairly-familiar"
  | "slightly-familiar"
  | "unfamiliar";

/** What an expert says of the ground of the judgement: levels of the usual table, or coefficients from 0 to 1. */
export interface AuthorityInput {
  /** C_a, or the four bases from which the table makes it. */
  readonly judgement: number | JudgementBasis;
  /** C_s, or a level. */
  readonly familiarity: number | Familiarity;
}

/** Authority of an expert, each part 0…1. */
export interface ExpertAuthority {
  /** C_a, coefficient of judgement. */
  readonly judgement: number;
  /** C_s, coefficient of familiarity. */
  readonly familiarity: number;
  /** C_r, their mean. */
  readonly coefficient: number;
}

const bases = {
  practice: { large: 0.5, medium: 0.4, small: 0.3, none: 0 },
  theory: { large: 0.3, medium: 0.2, small: 0.1, none: 0 },
  literature: { large: 0.1, medium: 0.1, small: 0.1, none: 0 },
  intuition: { large: 0.1, medium: 0.1, small: 0.1, none: 0 },
} as const;

const familiarities: Readonly<Record<Familiarity, number>> = {
  "very-familiar": 1,
  familiar: 0.8,
  "fairly-familiar": 0.6,
  "slightly-familiar": 0.4,
  unfamiliar: 0.2,
};

/**
 * Authority coefficient of an expert (专家权威系数).
 *
 * $$ C_r = \frac{C_a + C_s}{2} $$
 *
 * C_a comes from the basis of judgement, C_s from familiarity. With levels the usual table applies: practice 0.5, 0.4, 0.3; theory 0.3, 0.2, 0.1;
 * literature and intuition 0.1 at any level; familiarity 1, 0.8, 0.6, 0.4, 0.2. Tables differ between studies: where another was used, give coefficients.
 * By custom 0.7 is asked of a panel's mean.
 *
 * Source: 王春枝、斯琴，德尔菲法中的数据统计处理方法及其应用研究，内蒙古财经学院学报（综合版）2011 (4) 92–96.
 *
 * @param input `judgement` and `familiarity`
 * @returns both coefficients and their mean
 * @throws `CxMetricsError` `document.wrong-type`, `document.not-allowed`, `document.missing-key`
 * @example
 * ```ts
 * expertAuthority({ judgement: 0.9, familiarity: "familiar" }).coefficient; // => 0.85
 * const judgement = { practice: "large", theory: "medium", literature: "small", intuition: "none" } as const;
 * expertAuthority({ judgement, familiarity: 0.6 }).judgement; // => 0.8
 * ```
 */
export function expertAuthority(input: AuthorityInput): ExpertAuthority {
  return readAuthority(input, ["input"]);
}

/** Reads an authority where it stands. */
export function readAuthority(input: unknown, path: ProblemPath): ExpertAuthority {
  const record = expectRecord(input, path, ["judgement", "familiarity"]);
  const judgement = readJudgementBasis(record["judgement"], [...path, "judgement"]);
  const level = record["familiarity"];
  const names = Object.keys(familiarities) as Familiarity[];
  const familiarity =
    typeof level === "string"
      ? familiarities[expectOneOf(level, [...path, "familiarity"], names)]
      : expectNumber(level, [...path, "familiarity"], { least: 0, most: 1 });
  return { judgement, familiarity, coefficient: (judgement + familiarity) / 2 };
}

function readJudgementBasis(value: unknown, path: ProblemPath): number {
  if (typeof value === "number") return expectNumber(value, path, { least: 0, most: 1 });
  const names = Object.keys(bases) as (keyof typeof bases)[];
  const record = expectRecord(value, path, names);
  const levels = ["large", "medium", "small", "none"] as const;
  // Tenths are summed as whole numbers, so that 0.5 + 0.3 + 0.1 + 0.1 is 1.
  const tenths = names.map((name) => 10 * bases[name][expectOneOf(record[name], [...path, name], levels)]);
  return tenths.reduce((sum, tenth) => sum + Math.round(tenth), 0) / 10;
}
