import { distance } from "fastest-levenshtein";

/**
 * The candidate closest to a name that was not found, for a "did you mean"; `undefined` when none is close.
 * Letter case and surrounding blanks do not count; of two that are equally close the first is taken.
 *
 * Close means a Levenshtein distance of about a third of the name's length at most (1 up to four letters, 2 from five, 3 from
 * eight; two swapped letters count 2), and never so great that no letter remains.
 *
 * @param name what was written
 * @param candidates what could have been meant
 * @returns one of the candidates, or `undefined`
 * @example
 * ```ts
 * nearestName("netpro ", ["WEIGHT", "NETPRO"]); // => "NETPRO"
 * nearestName("age", ["WEIGHT", "NETPRO"]); // => undefined
 * ```
 */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  if (typeof name !== "string" || !Array.isArray(candidates)) return undefined;
  const wanted = plain(name);
  let nearest: string | undefined;
  // More than a third of the letters wrong is another word, not a slip.
  let least = Math.min(wanted.length, Math.max(1, Math.floor((wanted.length + 1) / 3)) + 1);
  for (const candidate of candidates) {
    if (typeof candidate !== "string") continue;
    const offered = plain(candidate);
    // The distance is at least the difference in length: most candidates need no closer look.
    if (Math.abs(offered.length - wanted.length) >= least) continue;
    const edits = distance(wanted, offered);
    if (edits < least) {
      least = edits;
      nearest = candidate;
    }
  }
  return nearest;
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
