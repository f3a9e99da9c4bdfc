import { expectNumber, expectRecord, expectText, type ProblemPath } from "@cxmetrics/definition";
import type { ReadAhpOptions } from "./ahp-options.js";
import { completeByEigenvalue, completeByLeastSquares } from "./complete-judgements.js";
import { type JudgementMatrix, type ReadJudgements, readJudgements, setPair } from "./judgement-matrix.js";

/** One expert's judgements. */
export interface AhpExpert {
  /** Name in the result; the number from 1 on where left out. */
  readonly id?: string;
  readonly matrix: JudgementMatrix;
  /** How much the expert counts, relative; 1 where left out. */
  readonly weight?: number;
}

/** An expert who has been read. */
export interface ReadAhpExpert {
  readonly id: string;
  readonly weight: number;
  readonly judgements: ReadJudgements;
}

/** Reads a bare matrix, or an object with one. */
export function readAhpExpert(value: unknown, path: ProblemPath): ReadAhpExpert {
  const id = String(Number(path.at(-1)) + 1);
  if (Array.isArray(value)) return { id, weight: 1, judgements: readJudgements(value, path) };
  const record = expectRecord(value, path, ["matrix"], ["id", "weight"]);
  return {
    id: record["id"] === undefined ? id : expectText(record["id"], [...path, "id"]),
    weight: expectNumber(record["weight"] ?? 1, [...path, "weight"], { least: 0, most: 1e15 }),
    judgements: readJudgements(record["matrix"], [...path, "matrix"]),
  };
}

/** The group's matrix: geometric means of the experts' judgements, each completed on its own first. */
export function mergeJudgements(
  experts: readonly ReadAhpExpert[],
  shares: readonly number[],
  { prioritisation }: ReadAhpOptions,
): ReadJudgements {
  const complete = prioritisation === "eigenvector" ? completeByEigenvalue : completeByLeastSquares;
  const size = experts[0]?.judgements.size ?? 0;
  const counting = experts.map(({ judgements }, index) => ({ judgements, share: shares[index] ?? 0 }));
  const used = counting
    .filter(({ share }) => share > 0)
    .map(({ judgements, share }) => ({ rows: complete(judgements), share }));
  const rows = Array.from({ length: size }, () => new Float64Array(size).fill(1));
  for (let i = 0; i < size; i += 1)
    for (let j = i + 1; j < size; j += 1) {
      const log = used.reduce((sum, expert) => sum + expert.share * Math.log(expert.rows[i]?.[j] ?? 1), 0);
      setPair(rows, i, j, Math.exp(log));
    }
  return { size, rows, missing: [] };
}
