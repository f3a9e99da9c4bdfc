/** Per step how many reached it or beyond, from how many ended there. */
export function reachedSteps(ended: readonly number[]): number[] {
  const counts = [...ended];
  for (let step = counts.length - 2; step >= 0; step--)
    counts[step] = (counts[step] as number) + (counts[step + 1] as number);
  return counts;
}
