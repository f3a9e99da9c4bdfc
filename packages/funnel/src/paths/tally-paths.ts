import { CxMetricsError, expectNumber, expectRecord, type Warning } from "@cxmetrics/definition";
import { actorHistories } from "../actor-histories/actor-histories.js";
import { eventSet, expectEventNames } from "../actor-histories/event-set.js";
import type { FunnelEvents } from "../funnel-events.js";
import { oneEndOnly } from "./problems.js";
import { type SessionRule, sessionPaths } from "./session-paths.js";

/** Options of `tallyPaths`. */
export interface PathOptions {
  readonly session: SessionRule;
  /** Events that count; all where it is left out. */
  readonly events?: string | readonly string[] | null;
  /** Count an event that repeats at once only once; `true` where it is left out. */
  readonly collapse?: boolean;
  /** Keep the first so many events of a session, 2…100; 10 where neither end is told. */
  readonly first?: number;
  /** Look back from the first of these events in each session; sessions without one are left out. */
  readonly before?: string | readonly string[];
  /** With `before`: keep so many events before it, 1…99; 9 where it is left out. */
  readonly last?: number;
  /** Keep the events that the most sessions carry; others become "other". All where it is left out. */
  readonly top?: number;
}

/** An event at a position of the path. */
export interface PathNode {
  /** 0 is the beginning, or with `before` the target; what comes before it has −1, −2 … */
  readonly position: number;
  /** `null` for all events that are not among the top. */
  readonly event: string | null;
  /** Sessions that pass here. */
  readonly count: number;
  /** Sessions whose path, as cut, ends here. */
  readonly ends: number;
}

/** How many sessions go from one node to the next. */
export interface PathEdge {
  readonly position: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly count: number;
}

/** What a Sankey chart is drawn from: links point at nodes by index. */
export interface SankeyData {
  readonly nodes: readonly {
    readonly id: string;
    readonly event: string | null;
    readonly position: number;
  }[];
  readonly links: readonly { readonly source: number; readonly target: number; readonly value: number }[];
}

/** Paths through sessions, as nodes and edges. */
export interface PathTally {
  /** Sessions with at least one event that counts (with `before`, with the target). */
  readonly sessions: number;
  readonly actors: number;
  /** Largest first inside each position. */
  readonly nodes: readonly PathNode[];
  readonly edges: readonly PathEdge[];
  readonly sankey: SankeyData;
  readonly warnings: readonly Warning[];
}

/** The code of all events that are not among the top. */
const other = 0;

/**
 * Counts how sessions move from event to event: the nodes and edges of a Sankey chart.
 *
 * The events of a session stand in the actor's total order. In turn: events that do not count are dropped, all but the top become
 * "other", repeats at once are collapsed, and the path is cut at one end. Edges join neighbours inside one session only. At each
 * position the counts of the incoming edges, of the node, and of outgoing edges plus `ends` agree.
 *
 * @param events rows or columns, as for `tallyFunnel`
 * @param options `session` says how sessions are told apart
 * @throws `CxMetricsError` `paths.session-rule`, `paths.one-end-only`, the codes of `tallyFunnel` for events and the `document.*` codes
 * @example
 * ```ts
 * const events = { actor: [1, 1, 1, 2, 2], event: ["home", "home", "pay", "home", "help"], timeMs: [0, 1, 2, 0, 9] };
 * const { edges, sankey } = tallyPaths(events, { session: { gapMs: 1_800_000 } });
 * edges.map((edge) => [edge.from, edge.to, edge.count]); // => [["home", "help", 1], ["home", "pay", 1]]
 * sankey.nodes.map((node) => node.id); // => ["0:home", "1:help", "1:pay"]
 * ```
 */
export function tallyPaths(events: FunnelEvents, options: PathOptions): PathTally {
  const read = readOptions(options);
  const histories = actorHistories(events);
  const { eventNames, event, warnings } = histories.events;
  const counted = eventSet(read.events, eventNames);
  const targets = read.before === null ? null : eventSet(read.before, eventNames);
  const codes = new Uint32Array(eventNames.length + 1);
  for (const [code, kept] of topEvents(histories, options, counted, read.top).entries())
    codes[code] = kept ? code + 1 : other;
  const nameOf = (code: number): string | null => (code === other ? null : (eventNames[code - 1] as string));
  const width = eventNames.length + 2;
  const nodes = new Map<number, { count: number; ends: number }>();
  const edges = new Map<number, number>();
  let sessions = 0;
  let actors = 0;
  let lastActor = -1;
  sessionPaths(histories, options.session, (actor, rows, length) => {
    const path: number[] = [];
    let found = targets === null;
    for (let place = 0; place < length; place++) {
      const code = event[rows[place] as number] as number;
      const target = targets?.[code] === 1;
      if (counted[code] !== 1 && !target) continue;
      // The target keeps its own name, even outside the top.
      const kept = target ? code + 1 : (codes[code] as number);
      if (!read.collapse || target || path.at(-1) !== kept) path.push(kept);
      if (target) {
        found = true;
        break;
      }
      if (targets === null && path.length > read.keep) break;
    }
    if (!found || path.length === 0) return;
    sessions++;
    if (actor !== lastActor) actors++;
    lastActor = actor;
    const cut = targets === null ? path.slice(0, read.keep) : path.slice(-read.keep - 1);
    for (const [position, code] of cut.entries()) {
      // Counted from the beginning, or back from the target.
      const level = targets === null ? position : read.keep + 1 - cut.length + position;
      const key = level * width + code;
      const node = nodes.get(key) ?? { count: 0, ends: 0 };
      node.count++;
      if (position === cut.length - 1) node.ends++;
      nodes.set(key, node);
      if (position === 0) continue;
      const edge = ((level - 1) * width + (cut[position - 1] as number)) * width + code;
      edges.set(edge, (edges.get(edge) ?? 0) + 1);
    }
  });
  const shift = targets === null ? 0 : read.keep;
  const nodeList = [...nodes]
    .map(
      ([key, counts]): PathNode => ({
        position: Math.floor(key / width) - shift,
        event: nameOf(key % width),
        ...counts,
      }),
    )
    .sort((a, b) => a.position - b.position || b.count - a.count || compareNames(a.event, b.event));
  const edgeList = [...edges]
    .map(([key, count]): PathEdge => {
      const from = Math.floor(key / width);
      return {
        position: Math.floor(from / width) - shift,
        from: nameOf(from % width),
        to: nameOf(key % width),
        count,
      };
    })
    .sort(
      (a, b) =>
        a.position - b.position ||
        b.count - a.count ||
        compareNames(a.from, b.from) ||
        compareNames(a.to, b.to),
    );
  return {
    sessions,
    actors,
    nodes: nodeList,
    edges: edgeList,
    sankey: sankeyOf(nodeList, edgeList),
    warnings,
  };
}

function readOptions(options: unknown) {
  const keys = ["events", "collapse", "first", "before", "last", "top"];
  const record = expectRecord(options, ["options"], ["session"], keys);
  const read = (key: string, fallback: number, range: { least: number; most: number }) =>
    expectNumber(record[key] ?? fallback, ["options", key], { ...range, integer: true });
  const before = expectEventNames(record["before"], ["options", "before"]);
  if ((record["first"] !== undefined && before !== null) || (record["last"] !== undefined && before === null))
    throw new CxMetricsError(oneEndOnly, { path: ["options", "first"] });
  return {
    events: expectEventNames(record["events"], ["options", "events"]),
    collapse: record["collapse"] !== false,
    before,
    keep:
      before === null ? read("first", 10, { least: 2, most: 100 }) : read("last", 9, { least: 1, most: 99 }),
    top: record["top"] === undefined ? null : read("top", 10, { least: 1, most: 1e6 }),
  };
}

/** Per event code whether it is among those that the most sessions carry; ties by name. */
function topEvents(
  histories: ReturnType<typeof actorHistories>,
  { session }: PathOptions,
  counted: Uint8Array,
  top: number | null,
): boolean[] {
  const { event, eventNames } = histories.events;
  if (top === null || top >= eventNames.length) {
    // The rule is checked in any case.
    return eventNames.map(() => true);
  }
  const sessions = new Float64Array(eventNames.length);
  const seen = new Int32Array(eventNames.length).fill(-1);
  let number = 0;
  sessionPaths(histories, session, (_, rows, length) => {
    for (let place = 0; place < length; place++) {
      const code = event[rows[place] as number] as number;
      if (counted[code] !== 1 || seen[code] === number) continue;
      seen[code] = number;
      sessions[code] = (sessions[code] as number) + 1;
    }
    number++;
  });
  const kept = eventNames.map(() => false);
  const ranked = eventNames
    .map((name, code) => ({ name, code, count: sessions[code] as number }))
    .sort((a, b) => b.count - a.count || compareNames(a.name, b.name));
  for (const { code } of ranked.slice(0, top)) kept[code] = true;
  return kept;
}

/** By code unit; "other" comes last. */
function compareNames(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

function sankeyOf(nodes: readonly PathNode[], edges: readonly PathEdge[]): SankeyData {
  const index = new Map<string, number>();
  const key = (position: number, event: string | null) => JSON.stringify([position, event]);
  for (const [place, { position, event }] of nodes.entries()) index.set(key(position, event), place);
  return {
    nodes: nodes.map(({ position, event }) => ({
      // No event can be mistaken for the rest: its name follows a colon.
      id: event === null ? `${position} other` : `${position}:${event}`,
      event,
      position,
    })),
    links: edges.map(({ position, from, to, count }) => ({
      source: index.get(key(position, from)) as number,
      target: index.get(key(position + 1, to)) as number,
      value: count,
    })),
  };
}
