import { expectRecord, expectText, type NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { actorHistories } from "../actor-histories/actor-histories.js";
import { engine } from "../engine.js";
import type { FunnelEvents } from "../funnel-events.js";
import { lostness } from "./lostness.js";
import { type SessionRule, sessionPaths } from "./session-paths.js";
import { type PathLink, shortestPath } from "./shortest-path.js";

/** Options of `tallyLostness`. */
export interface LostnessOptions {
  readonly session: SessionRule;
  /** Where the way begins: the first such event of a session. */
  readonly from: string;
  /** The goal: the first such event after the beginning. */
  readonly to: string;
  /** The ways that there are; without them, every move that some session made. */
  readonly links?: readonly PathLink[];
}

/** How directly sessions came from one event to another. */
export interface LostnessTally {
  readonly status: "ok";
  readonly engine: string;
  /** Sessions that began the way. */
  readonly sessions: number;
  /** Those of them that came to the goal. */
  readonly reached: number;
  /** Those of the reached that took a move which `links` does not declare and so were quicker than the shortest way; not rated. */
  readonly shortCuts: number;
  readonly shortest: readonly string[];
  /** Over the rated sessions; `null` where there is none. */
  readonly meanLostness: number | null;
  readonly medianLostness: number | null;
  /** Rated sessions above 0.5, where Smith's users were lost. */
  readonly lost: number;
  /** Mean of shortest ÷ actual moves, 0…1. */
  readonly meanRatio: number | null;
}

/**
 * Lostness and path ratio of every session that came from one event to another (see `lostness` and `pathEfficiency`). A path runs from the
 * first `from` of a session to the first `to` after it; an event that repeats at once is one visit.
 *
 * Without `links` the shortest way is the shortest that the moves seen allow, maybe put together from several sessions: a low bar
 * that says how far users differ, not how good the design is. Only those who arrived are rated: who was lost altogether is in
 * `sessions − reached`.
 *
 * @param events rows or columns, as for `tallyFunnel`
 * @returns the tally, or `not-computable` `no-path` when the links (or the moves seen) do not lead to the goal
 * @throws `CxMetricsError` `paths.session-rule`, the codes of `tallyFunnel` for events and the `document.*` codes
 * @example
 * ```ts
 * const event = ["home", "list", "help", "list", "pay", "home", "list", "pay", "home"];
 * const events = { actor: [1, 1, 1, 1, 1, 2, 2, 2, 3], event, timeMs: event.map((_, row) => row) };
 * const tally = tallyLostness(events, { session: "actor", from: "home", to: "pay" });
 * tally.status === "ok" && tally.shortest; // => ["home", "list", "pay"]
 * tally.status === "ok" && [tally.sessions, tally.reached]; // => [3, 2]
 * tally.status === "ok" && tally.meanRatio; // => 0.75
 * ```
 */
export function tallyLostness(events: FunnelEvents, options: LostnessOptions): LostnessTally | NotComputable {
  const record = expectRecord(options, ["options"], ["session", "from", "to"], ["links"]);
  const from = expectText(record["from"], ["options", "from"]);
  const to = expectText(record["to"], ["options", "to"]);
  const paths = pathsBetween(events, record["session"], from, to);
  const links = (record["links"] as readonly PathLink[] | undefined) ?? paths.moves;
  const shortest = shortestPath(links, from, to);
  if (shortest.status !== "ok") return shortest;
  const required = shortest.path.length;
  const rated = paths.reached.filter(({ total }) => total >= required);
  const values = rated.map((path) => lostness({ ...path, required }));
  const ratios = rated.map(({ total }) => (total === 1 ? 1 : (required - 1) / (total - 1)));
  const mean = (numbers: readonly number[]) =>
    numbers.length === 0 ? null : compensatedSum(numbers) / numbers.length;
  return {
    status: "ok",
    engine,
    sessions: paths.sessions,
    reached: paths.reached.length,
    shortCuts: paths.reached.length - rated.length,
    shortest: shortest.path,
    meanLostness: mean(values),
    medianLostness: medianOf(values),
    lost: values.filter((value) => value > 0.5).length,
    meanRatio: mean(ratios),
  };
}

function pathsBetween(events: FunnelEvents, rule: unknown, from: string, to: string) {
  const histories = actorHistories(events);
  const { event, eventNames } = histories.events;
  const moves = new Map<string, PathLink>();
  const reached: { different: number; total: number }[] = [];
  let sessions = 0;
  sessionPaths(histories, rule, (_, rows, length) => {
    const visited: string[] = [];
    let arrived = false;
    let last: string | undefined;
    for (let place = 0; place < length; place++) {
      const name = eventNames[event[rows[place] as number] as number] as string;
      if (name === last) continue;
      if (last !== undefined) moves.set(JSON.stringify([last, name]), [last, name]);
      last = name;
      if (arrived || (visited.length === 0 && name !== from)) continue;
      visited.push(name);
      arrived = name === to;
    }
    if (visited.length > 0) sessions++;
    if (arrived) reached.push({ different: new Set(visited).size, total: visited.length });
  });
  return { moves: [...moves.values()], reached, sessions };
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return ((sorted[Math.ceil(middle) - 1] as number) + (sorted[Math.floor(middle)] as number)) / 2;
}
