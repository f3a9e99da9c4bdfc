import { CxMetricsError, type LocalizedText } from "@cxmetrics/definition";
import type { FunnelDefinition } from "../funnel-definition.js";
import { rulesDoNotMeet } from "./problems.js";

const sides = (en: string, zh: string): LocalizedText => ({ en, zh });
const inOrder = sides("it speaks of what comes before what.", "该规则以先后次序为前提。");
const oneByOne = sides("attempts follow one another event by event.", "各次尝试须逐个事件先后进行。");
const position = sides("it depends on places in the log.", "该规则取决于日志中的位置。");
const ends = sides("a funnel has two ends, and so has an exclusion.", "漏斗与排除条件都须有起点和终点。");

/** The field that is refused, what it does not go with, when, why, and what to write instead. */
type Refusal = readonly [
  keyof FunnelDefinition,
  string,
  (funnel: FunnelDefinition) => boolean | undefined,
  LocalizedText,
  string,
];

const any = ({ order }: FunnelDefinition) => order === "any";
const every = ({ entry }: FunnelDefinition) => entry === "every";
const drops = ({ exclusions }: FunnelDefinition) => exclusions?.some(({ effect }) => effect === "drop-actor");

/** Combinations of rules that contradict themselves or that no one could check by hand. */
const refusals: readonly Refusal[] = [
  [
    "ties",
    "order: any",
    (funnel) => any(funnel) && funnel.ties !== "simultaneous",
    sides("without order there is none within an instant.", "不论次序时，同一时刻之内也不论次序。"),
    "ties: simultaneous",
  ],
  ["entry", "order: any", (funnel) => any(funnel) && every(funnel), oneByOne, "entry: best"],
  ...(["gapMs", "adjacency", "exclusions"] as const).map(
    (field): Refusal => [
      field,
      "order: any",
      (funnel) => any(funnel) && funnel[field] !== undefined,
      inOrder,
      "order: ordered",
    ],
  ),
  [
    "breakdown",
    "order: any",
    (funnel) => any(funnel) && typeof funnel.breakdown?.attribution === "object",
    inOrder,
    "order: ordered",
  ],
  [
    "reuse",
    "ties: strictly-later",
    ({ reuse, ties }) => reuse === "repeat" && ties === "strictly-later",
    sides("an event is never later than itself.", "一个事件不可能晚于它自身。"),
    "reuse: once",
  ],
  ...(["adjacency", "exclusions"] as const).map(
    (field): Refusal => [
      "reuse",
      field,
      (funnel) => funnel.reuse === "repeat" && funnel[field] !== undefined,
      position,
      "reuse: once",
    ],
  ),
  [
    "ties",
    "adjacency",
    ({ adjacency, ties }) => adjacency !== undefined && ties !== "sequence",
    position,
    "ties: sequence",
  ],
  [
    "entry",
    "count",
    (funnel) => every(funnel) !== (funnel.count === "attempts"),
    sides("only attempts are counted one after another.", "只有尝试才逐次计数。"),
    "entry: every, count: attempts, or neither",
  ],
  [
    "entry",
    "ties, reuse",
    (funnel) => every(funnel) && (funnel.ties !== "sequence" || funnel.reuse !== "once"),
    oneByOne,
    "ties: sequence, reuse: once",
  ],
  [
    "entry",
    "adjacency, breakdown",
    (funnel) => every(funnel) && (funnel.adjacency ?? funnel.breakdown) !== undefined,
    oneByOne,
    "entry: best",
  ],
  [
    "entry",
    "effect: drop-actor",
    (funnel) => every(funnel) && drops(funnel),
    oneByOne,
    "effect: void-attempt",
  ],
  [
    "count",
    "session",
    ({ count, session }) => (count === "sessions") !== (session !== undefined),
    sides("sessions need the property that names them.", "会话需要由一个属性来命名。"),
    "count: sessions, session: property",
  ],
  [
    "count",
    "breakdown",
    ({ count, breakdown }) => count === "sessions" && breakdown !== undefined,
    sides("a group is one of actors.", "分组以主体为单位。"),
    "count: actors",
  ],
];

/** Refuses rules that do not go together, by name and with what to write instead. */
export function refuseCombinations(funnel: FunnelDefinition): void {
  for (const [field, other, when, reason, supported] of refusals)
    if (when(funnel)) refuse(field, funnel[field], other, reason, supported, [field]);
  const { steps, exclusions = [], gapMs } = funnel;
  const bounds = exclusions.flatMap(({ between }) => between);
  for (const [index, step] of steps.entries()) {
    if (!step.optional) continue;
    const refuseStep = (...why: [string, LocalizedText, string]) =>
      refuse("optional", true, ...why, ["steps", index, "optional"]);
    if (any(funnel) || every(funnel) || funnel.adjacency !== undefined)
      refuseStep("order: any, entry: every, adjacency", inOrder, "order: ordered, entry: best");
    if (Array.isArray(gapMs)) refuseStep("a list of gaps", position, "gapMs as one number");
    if (index === 0 || index === steps.length - 1 || bounds.includes(step.name))
      refuseStep("a first or last step, or one that bounds an exclusion", ends, "a step in between");
  }
}

function refuse(
  field: string,
  found: unknown,
  other: string,
  reason: LocalizedText,
  supported: string,
  path: (string | number)[],
): never {
  const shown = typeof found === "object" || found === undefined ? "…" : String(found);
  throw new CxMetricsError(rulesDoNotMeet, {
    path,
    values: { field, found: shown, with: other, reason, supported },
  });
}
