import { CxMetricsError, expectNumber, expectRecord, type NotComputable } from "@cxmetrics/definition";
import { engine } from "../engine.js";
import { inverseMatrix } from "./inverse-matrix.js";
import { tooManyStates } from "./problems.js";
import { type SparseFactors, sparseFactors } from "./sparse-factors.js";
import { expectTouchPaths, type ReadPath, type TouchPath } from "./touch-path.js";

/** What a channel brought. */
export interface ChannelCredit {
  readonly channel: string;
  /** Conversions credited; all credits add up to the conversions. */
  readonly credit: number;
  /** Credit over all conversions, 0…1. */
  readonly share: number;
}

/** What a channel brought by its removal effect. */
export interface MarkovCredit extends ChannelCredit {
  /** Share of conversions that would be lost if every touch of the channel ended the path, 0…1. */
  readonly removalEffect: number;
}

/** Markov attribution. */
export interface MarkovAttribution {
  readonly status: "ok";
  readonly engine: string;
  readonly order: number;
  readonly states: number;
  readonly conversions: number;
  /** Probability that the chain converts, 0…1. */
  readonly conversionProbability: number;
  /** In order of first appearance. */
  readonly channels: readonly MarkovCredit[];
}

/** Most states that are solved: where every state leads to every other, time grows with the cube of their number. */
const most = 2000;

/**
 * Credits channels by removal effects in an absorbing Markov chain of the paths, solved exactly.
 *
 * $$ x = (I - Q)^{-1} r, \qquad RE_c = 1 - \frac{P(conv \mid c \to null)}{P(conv)}, \qquad credit_c = conversions\cdot\frac{RE_c}{\sum RE} $$
 *
 * A state is the last `order` touches of a path (fewer at its beginning); Q holds the shares of moves from state to state and r those into conversion.
 * P(conv | c → null) is the probability of converting without a touch of c. It is not simulated: the chain converts exactly as
 * often as the paths did, and results repeat. Removal effects overlap and add up to more than 1; hence the credits are scaled. They compare channels
 * and say nothing of what an advertisement causes. Source: Anderl, Becker, von Wangenheim and Schumann, International Journal of Research in Marketing 33
 * (2016) 457–474.
 *
 * @param paths each with its conversions and non-conversions
 * @param options `order`: touches that a state remembers, 1…4, 1 by default
 * @returns the credits, or `not-computable` `no-conversions`
 * @throws `CxMetricsError` `attribution.bad-path`, `attribution.too-many-states`, `document.wrong-type`
 * @example
 * ```ts
 * const result = attributeMarkov([
 *   { channels: ["ads"], conversions: 2, nonConversions: 1 },
 *   { channels: ["mail"], conversions: 1 },
 *   { channels: ["ads", "mail"], conversions: 1 },
 * ]);
 * result.status === "ok" && result.conversionProbability; // => 0.8
 * result.status === "ok" && result.channels.map((one) => one.removalEffect.toFixed(6)); // => ["0.750000", "0.500000"]
 * result.status === "ok" && result.channels.map((one) => one.credit.toFixed(6)); // => ["2.400000", "1.600000"]
 * ```
 */
export function attributeMarkov(
  paths: readonly TouchPath[],
  options: { readonly order?: number } = {},
): MarkovAttribution | NotComputable {
  const read = expectTouchPaths(paths);
  const record = expectRecord(options, ["options"], [], ["order"]);
  const order = expectNumber(record["order"] ?? 1, ["options", "order"], {
    least: 1,
    most: 4,
    integer: true,
  });
  const conversions = read.reduce((sum, path) => sum + path.conversions, 0);
  if (conversions === 0) return noConversions;
  const chain = chainOf(read, order);
  const size = chain.statesOf.size;
  const factors = sparseFactors(chain.rows);
  // Every state lies on a path that ends, so that the matrix has an inverse.
  if (factors === null) return noConversions;
  const fromStart = chain.start.slice();
  factors.solveTransposed(fromStart);
  const converts = chain.ends.slice();
  factors.solve(converts);
  const probability = chain.start.reduce((sum, share, state) => sum + share * (converts[state] as number), 0);
  const effects = [...chain.channelStates].map(([channel, states]) => {
    const through = throughStates(states, fromStart, converts, factors);
    return { channel, removalEffect: Math.min(1, Math.max(0, through / probability)) };
  });
  const total = effects.reduce((sum, { removalEffect }) => sum + removalEffect, 0);
  return {
    status: "ok",
    engine,
    order,
    states: size,
    conversions,
    conversionProbability: Math.min(1, probability),
    channels: effects.map(({ channel, removalEffect }) => ({
      channel,
      removalEffect,
      credit: conversions * (removalEffect / total),
      share: removalEffect / total,
    })),
  };
}

interface Chain {
  readonly statesOf: ReadonlyMap<string, number>;
  /** States whose last touch is the channel: to touch it is to be in one of them. */
  readonly channelStates: ReadonlyMap<string, readonly number[]>;
  /** I − Q, row by row. */
  readonly rows: Float64Array[];
  /** Shares of paths that begin in each state. */
  readonly start: Float64Array;
  /** Shares of moves from each state into conversion. */
  readonly ends: Float64Array;
}

function chainOf(paths: readonly ReadPath[], order: number): Chain {
  const statesOf = new Map<string, number>();
  const channelStates = new Map<string, number[]>();
  const moves = new Map<number, Map<number, number>>();
  const starts = new Map<number, number>();
  const wins: number[] = [];
  const visits: number[] = [];
  const stateOf = (channels: readonly string[], place: number): number => {
    const name = JSON.stringify(channels.slice(Math.max(0, place - order + 1), place + 1));
    const known = statesOf.get(name);
    if (known !== undefined) return known;
    const state = statesOf.size;
    statesOf.set(name, state);
    const channel = channels[place] as string;
    const own = channelStates.get(channel);
    if (own === undefined) channelStates.set(channel, [state]);
    else own.push(state);
    wins[state] = 0;
    visits[state] = 0;
    return state;
  };
  for (const { channels, conversions, nonConversions } of paths) {
    const count = conversions + nonConversions;
    if (count === 0) continue;
    let last = -1;
    for (let place = 0; place < channels.length; place++) {
      const state = stateOf(channels, place);
      visits[state] = (visits[state] as number) + count;
      const into = last < 0 ? starts : (moves.get(last) ?? new Map<number, number>());
      into.set(state, (into.get(state) ?? 0) + count);
      if (last >= 0) moves.set(last, into);
      last = state;
    }
    wins[last] = (wins[last] as number) + conversions;
  }
  const size = statesOf.size;
  if (size > most)
    throw new CxMetricsError(tooManyStates, { path: ["paths"], values: { found: size, most } });
  const rows = visits.map((all, state) => {
    const line = new Float64Array(size);
    for (const [to, count] of moves.get(state) ?? []) line[to] = -count / all;
    line[state] = 1 + (line[state] as number);
    return line;
  });
  const began = [...starts.values()].reduce((sum, count) => sum + count, 0);
  const start = new Float64Array(size);
  for (const [state, count] of starts) start[state] = count / began;
  const ends = Float64Array.from(visits, (all, state) => (wins[state] as number) / all);
  return { statesOf, channelStates, rows, start, ends };
}

/**
 * Probability of converting by way of some states. With h the probabilities that each of them is the first one met, the expected visits
 * satisfy v = h·N, restricted to these states; so h = v·N⁻¹ there, and the answer is Σ h·x.
 */
function throughStates(
  states: readonly number[],
  fromStart: Float64Array,
  converts: Float64Array,
  factors: SparseFactors,
): number {
  const block = states.map(() => new Float64Array(states.length));
  for (const [column, state] of states.entries()) {
    const visits = new Float64Array(fromStart.length);
    visits[state] = 1;
    factors.solve(visits);
    for (const [row, other] of states.entries())
      (block[row] as Float64Array)[column] = visits[other] as number;
  }
  const solved = inverseMatrix(block);
  if (solved === null) return 0;
  let sum = 0;
  for (const [to, state] of states.entries()) {
    let first = 0;
    for (const [place, other] of states.entries())
      first += (fromStart[other] as number) * (solved[place]?.[to] as number);
    sum += first * (converts[state] as number);
  }
  return sum;
}

const noConversions: NotComputable = {
  status: "not-computable",
  reason: "no-conversions",
  message: {
    en: "No path ended in a conversion, so there is nothing to credit.",
    zh: "没有路径以转化结束，无可归因。",
  },
};
