import { expectRecord, type Warning } from "@cxmetrics/definition";
import { actorHistories } from "../actor-histories/actor-histories.js";
import { eventSet, expectEventNames } from "../actor-histories/event-set.js";
import { noValue, rowValues } from "../actor-histories/row-values.js";
import type { FunnelEvents } from "../funnel-events.js";
import { type SessionRule, sessionPaths } from "./session-paths.js";

/** Options of `tallyChannelSwitching`. */
export interface ChannelSwitchingOptions {
  /** What one case is: the actor's whole history (the default), a span without gaps, or a case id a row. */
  readonly case?: SessionRule;
  /** Events that complete a case; what follows them in the case is not looked at. */
  readonly completion: string | readonly string[];
  /** Events in which customers give information: identify, enter address, upload papers. */
  readonly entry?: string | readonly string[];
}

/** Moves from one channel to another. */
export interface ChannelSwitch {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Of these, moves in cases that were completed later. */
  readonly completed: number;
}

/** How cases move between channels, and what they lose on the way. */
export interface ChannelSwitching {
  /** Cases with an event in a known channel. */
  readonly cases: number;
  readonly completedCases: number;
  /** Cases with at least one move between channels. */
  readonly switchedCases: number;
  readonly completedSwitchedCases: number;
  readonly switches: number;
  /** Most frequent first. */
  readonly moves: readonly ChannelSwitch[];
  /** Completed ÷ cases among those that switched, 0…1; `null` without any. */
  readonly switchCompletion: number | null;
  /** Completed ÷ cases among those that stayed in one channel; `null` without any. */
  readonly stayCompletion: number | null;
  /** Moves in cases that were never completed ÷ moves; `null` without any. */
  readonly handoffLoss: number | null;
  /** Entries of information that the case had given in another channel before. */
  readonly repeatedEntries: number;
  readonly entries: number;
  /** Switched cases with a repeated entry ÷ switched cases; `null` without any. */
  readonly repeatEntryRate: number | null;
  /** Rows that count but carry no channel: they are passed over. */
  readonly withoutChannel: number;
  readonly warnings: readonly Warning[];
}

/**
 * Follows cases across channels: moves between them, whether those who moved got to the end, and whether they had to give again what they
 * had given elsewhere ("无需客户重复提供信息").
 *
 * A move is two neighbouring events of a case in different channels. An entry is repeated when the same event happened earlier in the case in
 * another channel; again in the same channel is not counted. The rates are of cases, those of moves of moves.
 *
 * @param events rows or columns, as for `tallyFunnel`
 * @param channels one channel a row; `null` where there is none
 * @throws `CxMetricsError` `paths.session-rule`, `events.unequal-columns`, the codes of `tallyFunnel` for events and the `document.*` codes
 * @example
 * ```ts
 * const events = {
 *   actor: [1, 1, 1, 2, 2, 3, 3],
 *   event: ["identify", "identify", "done", "identify", "ask", "identify", "done"],
 *   timeMs: [0, 1, 2, 0, 1, 0, 1],
 * };
 * const channels = ["app", "phone", "phone", "app", "branch", "app", "app"];
 * const result = tallyChannelSwitching(events, channels, { completion: "done", entry: "identify" });
 * result.switchCompletion; // => 0.5
 * result.repeatEntryRate; // => 0.5
 * result.moves.map((move) => [move.from, move.to, move.completed]); // => [["app", "branch", 0], ["app", "phone", 1]]
 * ```
 */
export function tallyChannelSwitching(
  events: FunnelEvents,
  channels: ArrayLike<string | number | boolean | null>,
  options: ChannelSwitchingOptions,
): ChannelSwitching {
  const record = expectRecord(options, ["options"], ["completion"], ["case", "entry"]);
  const histories = actorHistories(events);
  const { event, eventNames, rows: rowCount, warnings } = histories.events;
  const channel = rowValues(channels, rowCount, "channels");
  const done = eventSet(expectEventNames(record["completion"], ["options", "completion"]), eventNames);
  const entry = eventSet(expectEventNames(record["entry"], ["options", "entry"]) ?? [], eventNames);
  const width = channel.names.length;
  const moves = new Map<number, { count: number; completed: number }>();
  const total = {
    cases: 0,
    completed: 0,
    switched: 0,
    completedSwitched: 0,
    entries: 0,
    repeated: 0,
    repeatCases: 0,
  };
  let withoutChannel = 0;
  sessionPaths(histories, record["case"] ?? "actor", (_, rows, length) => {
    const moved: number[] = [];
    const givenIn = new Map<number, Set<number>>();
    let last = noValue;
    let completed = false;
    let repeated = 0;
    for (let place = 0; place < length && !completed; place++) {
      const row = rows[place] as number;
      const code = event[row] as number;
      const here = channel.codes[row] as number;
      if (here === noValue) withoutChannel++;
      else {
        if (last !== noValue && last !== here) moved.push(last * width + here);
        last = here;
        if (entry[code] === 1) {
          total.entries++;
          const known = givenIn.get(code) ?? new Set<number>();
          if (known.size > (known.has(here) ? 1 : 0)) repeated++;
          givenIn.set(code, known.add(here));
        }
      }
      completed = done[code] === 1;
    }
    if (last === noValue) return;
    total.cases++;
    total.repeated += repeated;
    if (completed) total.completed++;
    if (moved.length === 0) return;
    total.switched++;
    if (completed) total.completedSwitched++;
    if (repeated > 0) total.repeatCases++;
    for (const key of moved) {
      const move = moves.get(key) ?? { count: 0, completed: 0 };
      move.count++;
      if (completed) move.completed++;
      moves.set(key, move);
    }
  });
  const list = [...moves].map(([key, counts]) => ({
    from: channel.names[Math.floor(key / width)] as string,
    to: channel.names[key % width] as string,
    ...counts,
  }));
  const sum = (key: "count" | "completed") => list.reduce((all, move) => all + move[key], 0);
  const switches = sum("count");
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    cases: total.cases,
    completedCases: total.completed,
    switchedCases: total.switched,
    completedSwitchedCases: total.completedSwitched,
    switches,
    moves: list.sort((a, b) => b.count - a.count || (`${a.from}\n${a.to}` < `${b.from}\n${b.to}` ? -1 : 1)),
    switchCompletion: share(total.completedSwitched, total.switched),
    stayCompletion: share(total.completed - total.completedSwitched, total.cases - total.switched),
    handoffLoss: share(switches - sum("completed"), switches),
    repeatedEntries: total.repeated,
    entries: total.entries,
    repeatEntryRate: share(total.repeatCases, total.switched),
    withoutChannel,
    warnings,
  };
}
