import type { ScoreDefinition } from "@cxmetrics/scores";

/** Runs of neighbouring points as ranges of cells; point `min` stands in row 2. */
function cells(points: readonly number[], min: number, column: string): string {
  const rows = [...points].sort((a, b) => a - b).map((point) => point - min + 2);
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs
    .map(([from, to]) => (from === to ? `${column}${from}` : `${column}${from}:${column}${to}`))
    .join(",");
}

/**
 * A score as a cell formula: points in column A from row 2, numbers of answers in column B. Held to a spreadsheet program by
 * `spreadsheet-form.test.ts`.
 */
export function spreadsheetForm({ statistic, scale, base }: ScoreDefinition): string {
  const all = Array.from({ length: scale.max - scale.min + 1 }, (_, at) => scale.min + at);
  const inBase = base === "valid" ? all : base.points;
  const sum = (points: readonly number[]) =>
    `SUM(${cells(
      points.filter((point) => inBase.includes(point)),
      scale.min,
      "B",
    )})`;
  const total = sum(all);
  if (statistic.kind === "share") return `=${sum(statistic.band)}/${total}`;
  if (statistic.kind === "net-share")
    return `=100*(${sum(statistic.upper)}-${sum(statistic.lower)})/${total}`;
  const points = cells(inBase, scale.min, "A");
  const mean = `SUMPRODUCT(${points},${cells(inBase, scale.min, "B")})/${total}`;
  if (statistic.unit === "mean") return `=${mean}`;
  return statistic.rescale.kind === "pomp"
    ? `=100*(${mean}-${scale.min})/${scale.max - scale.min}`
    : `=100*${mean}/${scale.max}`;
}
