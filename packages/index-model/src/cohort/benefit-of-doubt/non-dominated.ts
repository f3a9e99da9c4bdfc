/**
 * Places of the units that no other unit reaches or beats in every column. With weights of 0 or more only these can bind as
 * benchmarks; of equal units the first is kept.
 */
export function nonDominated(columns: readonly Float64Array[], n: number): number[] {
  const at = (column: Float64Array, unit: number) => column[unit] ?? 0;
  const kept: number[] = [];
  for (let unit = 0; unit < n; unit += 1) {
    let dominated = false;
    for (let other = 0; other < n && !dominated; other += 1) {
      if (other === unit) continue;
      const reaches = columns.every((column) => at(column, other) >= at(column, unit));
      const beats = reaches && columns.some((column) => at(column, other) > at(column, unit));
      dominated = beats || (reaches && other < unit);
    }
    if (!dominated) kept.push(unit);
  }
  return kept;
}
