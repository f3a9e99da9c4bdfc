import type { CheckedPolicy } from "./sampling-policy.js";

/** An answer with a rating, and when it was given. */
export interface TimedAnswer {
  readonly row: number;
  readonly timeMs: number;
}

/** What a policy did. */
export interface Selection {
  /** Rows that count, in their original order. */
  readonly rows: readonly number[];
  /** Customers with an answer that counts. */
  readonly customers: number;
  /** Answers that do not count, by reason: `quarantine`, `not-first`, `not-last`. */
  readonly dropped: ReadonlyMap<string, number>;
}

/**
 * Applies a policy to the answers of each customer.
 *
 * Windows are gone through in order of time. In each, an answer within the quarantine after the last one that counted is dropped; of
 * those that remain the first or last counts. Under `cluster` every answer is a window of its own. Answers of the same time keep the
 * order of their rows.
 */
export function selectAnswers(
  answers: ReadonlyMap<string, readonly TimedAnswer[]>,
  { rule, windowMs, originMs, quarantineMs }: CheckedPolicy,
): Selection {
  const rows: number[] = [];
  const dropped = new Map<string, number>();
  const drop = (reason: string, count: number) => {
    if (count > 0) dropped.set(reason, (dropped.get(reason) ?? 0) + count);
  };
  for (const given of answers.values()) {
    const ordered = [...given].sort((a, b) => a.timeMs - b.timeMs || a.row - b.row);
    const windows = new Map<number, TimedAnswer[]>();
    for (const [index, answer] of ordered.entries()) {
      const key =
        rule === "cluster"
          ? index
          : windowMs === null
            ? 0
            : Math.floor((answer.timeMs - originMs) / windowMs);
      const window = windows.get(key);
      if (window) window.push(answer);
      else windows.set(key, [answer]);
    }
    let counted: number | null = null;
    for (const window of windows.values()) {
      const previous: number | null = counted;
      const eligible: readonly TimedAnswer[] = window.filter(
        ({ timeMs }) => quarantineMs === 0 || previous === null || timeMs - previous >= quarantineMs,
      );
      drop("quarantine", window.length - eligible.length);
      drop(rule === "last" ? "not-last" : "not-first", eligible.length - 1);
      const chosen = rule === "last" ? eligible.at(-1) : eligible[0];
      if (chosen === undefined) continue;
      counted = chosen.timeMs;
      rows.push(chosen.row);
    }
  }
  return { rows: rows.sort((a, b) => a - b), customers: answers.size, dropped };
}
