/** Whether an id names a Net Promoter Score: `nps`, or `nps.` and something. */
export function isNps(id: string): boolean {
  return /^nps(\.|$)/.test(id);
}
