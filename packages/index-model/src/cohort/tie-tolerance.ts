/**
 * Sums of weights that differ by no more than this share of the total weight count as equal: 0.1 + 0.2 and 0.3 must tie,
 * whatever the order in which the columns stand.
 */
export const tieTolerance = 1e-12;
