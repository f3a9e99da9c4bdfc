import type { Bound } from "./binding.js";
import type { ChangedConstant } from "./changed-constants.js";
import { fromOne, fromTwo } from "./derivations.js";
import { type Parameter, parameterNumber } from "./parameter.js";

/** A parameter with its two trial values. */
export interface Candidate {
  readonly parameter: Parameter;
  readonly first: number;
  readonly second: number;
}

/** What stands behind a constant that moved: a parameter, or a simple function of one or two; `undefined` where neither explains it. */
export function derivedFrom(changed: ChangedConstant, candidates: readonly Candidate[]): Bound | undefined {
  const was = parameterNumber({ value: changed.before });
  const is = parameterNumber({ value: changed.after });
  const exact = candidates.filter(({ first, second }) => first === was && second === is);
  if (exact.length === 1) return exact[0]?.parameter;
  if (exact.length > 1) return undefined;
  for (const { parameter, first, second } of candidates)
    for (const { of, write } of fromOne)
      if (close(of(first), was) && close(of(second), is))
        return {
          of: [parameter],
          write: ([a = ""]) => write(a),
          compute: ([a = 0]) => of(a),
        };
  for (const [index, a] of candidates.entries())
    for (const b of candidates.slice(index + 1))
      for (const { of, write } of fromTwo)
        if (close(of(a.first, b.first), was) && close(of(a.second, b.second), is))
          return {
            of: [a.parameter, b.parameter],
            write: ([x = "", y = ""]) => write(x, y),
            compute: ([x = 0, y = 0]) => of(x, y),
          };
  return shareOf(was, is, candidates);
}

/** A weight as a share of the weights of all children. */
function shareOf(was: number, is: number, candidates: readonly Candidate[]): Bound | undefined {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const { path } = candidate.parameter;
    if (!path.some((key) => typeof key === "number")) continue;
    const key = path.map((part) => (typeof part === "number" ? "*" : part)).join("/");
    groups.set(key, [...(groups.get(key) ?? []), candidate]);
  }
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  for (const group of groups.values()) {
    const [one, two] = [sum(group.map(({ first }) => first)), sum(group.map(({ second }) => second))];
    for (const { parameter, first, second } of group)
      if (close(first / one, was) && close(second / two, is))
        return {
          of: [parameter, ...group.map((member) => member.parameter)],
          write: ([own = "", ...all]) => `(${own}/(${all.join("+")}))`,
          compute: ([own = 0, ...all]) => own / sum(all),
        };
  }
  return undefined;
}

/** Two ways to one number differ by rounding only; trial values differ by far more. */
function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-14 * Math.max(Math.abs(a), Math.abs(b), 1e-3);
}
