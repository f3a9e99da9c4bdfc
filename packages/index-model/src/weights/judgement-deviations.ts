/** One judgement beside what the weights imply; rows and columns count from 0. */
export interface JudgementAt {
  readonly row: number;
  readonly column: number;
  readonly judged: number;
  readonly implied: number;
}

/** Geometric consistency index around the row geometric means. */
export function geometricIndex(rows: readonly Float64Array[], means: readonly number[]): number {
  const n = rows.length;
  let sum = 0;
  for (const [i, row] of rows.entries())
    for (let j = i + 1; j < n; j += 1)
      sum += Math.log(((row[j] ?? 1) * (means[j] ?? 1)) / (means[i] ?? 1)) ** 2;
  return (2 * sum) / ((n - 1) * (n - 2));
}

/** The judgement furthest from the weights. */
export function worstJudgement(
  rows: readonly Float64Array[],
  weights: readonly number[],
): JudgementAt | null {
  let worst: JudgementAt | null = null;
  let furthest = 1e-9;
  for (const [row, judgements] of rows.entries())
    for (let column = row + 1; column < rows.length; column += 1) {
      const judged = judgements[column] ?? 1;
      const implied = (weights[row] ?? 1) / (weights[column] ?? 1);
      const distance = Math.abs(Math.log(judged / implied));
      if (!(distance > furthest) || !Number.isFinite(implied)) continue;
      furthest = distance;
      worst = { row, column, judged, implied };
    }
  return worst;
}
