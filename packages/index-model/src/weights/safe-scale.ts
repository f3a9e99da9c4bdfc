/** A power of two by which values can be multiplied so that sums and squares stay finite and nothing is rounded. */
export function safeScale(largest: number): number {
  if (largest > 1e120) return 2 ** -600;
  return largest < 1e-120 ? 2 ** 600 : 1;
}
