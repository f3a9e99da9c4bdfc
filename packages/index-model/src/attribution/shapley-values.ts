/**
 * Shapley value of each player from the worth of every coalition, which stands at the sum of 2^player over its members:
 *
 * $$ \varphi_j = \sum_{S \not\ni j} \frac{|S|!\,(k-1-|S|)!}{k!}\,\bigl(F(S\cup j) - F(S)\bigr) $$
 *
 * Shapley, L. S. (1953), A value for n-person games, Contributions to the Theory of Games II, 307–317.
 */
export function shapleyValues(worth: readonly number[], players: number): readonly number[] {
  const weight: number[] = [];
  // |S|!(k−1−|S|)!/k! = 1 / (k · C(k−1, |S|)), built up so that no factorial overflows.
  let choices = 1;
  for (let size = 0; size < players; size++) {
    weight.push(1 / (players * choices));
    choices = (choices * (players - 1 - size)) / (size + 1);
  }
  return Array.from({ length: players }, (_, player) => {
    const bit = 2 ** player;
    let sum = 0;
    let lost = 0;
    for (let coalition = 0; coalition < worth.length; coalition++) {
      if (Math.floor(coalition / bit) % 2 === 1) continue;
      const gain = (worth[coalition + bit] ?? 0) - (worth[coalition] ?? 0);
      const term = gain * (weight[members(coalition)] ?? 0);
      const next = sum + term;
      lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
      sum = next;
    }
    return sum + lost;
  });
}

function members(coalition: number): number {
  let count = 0;
  for (let rest = coalition; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
