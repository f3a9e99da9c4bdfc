/** Scale points as the inside of a LaTeX set; four and more in a row as their ends. */
export function pointSet(points: readonly number[]): string {
  const runs: number[][] = [];
  for (const point of [...points].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && point === (last.at(-1) ?? 0) + 1) last.push(point);
    else runs.push([point]);
  }
  return `\\{${runs.map((run) => (run.length < 4 ? run.join(",") : `${run[0]},\\dots,${run.at(-1)}`)).join(",")}\\}`;
}
