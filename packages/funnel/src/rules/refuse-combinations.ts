import { CxMetricsError, type LocalizedText } from "@cxmetrics/definition";
import type { FunnelDefinition } from "../funnel-definition.js";
import { rulesDoNotMeet } from "./problems.js";

interface Refusal {
  readonly when: (funnel: FunnelDefinition) => boolean;
  readonly field: keyof FunnelDefinition;
  readonly with: string;
  readonly reason: LocalizedText;
  readonly supported: string;
}

const inOrder = {
  en: "it speaks of what comes before what.",
  zh: "该规则以先后次序为前提。",
};
const oneByOne = {
  en: "attempts follow one another event by event.",
  zh: "各次尝试须逐个事件先后进行。",
};
const position = {
  en: "what stands between two steps is told by their places in the log.",
  zh: "两步之间有什么，取决于它们在日志中的位置。",
};
const isAny = ({ order }: FunnelDefinition) => order === "any";
const isEvery = ({ entry }: FunnelDefinition) => entry === "every";

/** Combinations of rules that contradict themselves or that no one could check by hand, each with what to write instead. */
const refusals: readonly Refusal[] = [
  {
    when: (funnel) => isAny(funnel) && funnel.ties !== "simultaneous",
    field: "ties",
    with: "order: any",
    reason: {
      en: "where order plays no part, it plays none within an instant.",
      zh: "既然不论次序，同一时刻之内也不论次序。",
    },
    supported: "ties: simultaneous",
  },
  {
    when: (funnel) => isAny(funnel) && isEvery(funnel),
    field: "entry",
    with: "order: any",
    reason: oneByOne,
    supported: "entry: best",
  },
  ...(["gapMs", "adjacency", "exclusions", "breakdown"] as const).map(
    (field): Refusal => ({
      when: (funnel) =>
        isAny(funnel) &&
        funnel[field] !== undefined &&
        (field !== "breakdown" || typeof funnel.breakdown?.attribution === "object"),
      field,
      with: "order: any",
      reason: inOrder,
      supported: "order: ordered",
    }),
  ),
  {
    when: ({ reuse, ties }) => reuse === "repeat" && ties === "strictly-later",
    field: "reuse",
    with: "ties: strictly-later",
    reason: { en: "an event is never later than itself.", zh: "一个事件不可能晚于它自身。" },
    supported: "reuse: once",
  },
  ...(["adjacency", "exclusions"] as const).map(
    (field): Refusal => ({
      when: (funnel) => funnel.reuse === "repeat" && funnel[field] !== undefined,
      field: "reuse",
      with: field,
      reason: position,
      supported: "reuse: once",
    }),
  ),
  {
    when: ({ adjacency, ties }) => adjacency !== undefined && ties !== "sequence",
    field: "ties",
    with: "adjacency",
    reason: position,
    supported: "ties: sequence",
  },
  {
    when: (funnel) => isEvery(funnel) !== (funnel.count === "attempts"),
    field: "entry",
    with: "count",
    reason: {
      en: "attempts are counted one after another, actors and sessions by one attempt.",
      zh: "按尝试计数时逐次计入，按主体或会话计数时只取一次尝试。",
    },
    supported: "entry: every, count: attempts, or neither",
  },
  {
    when: (funnel) => isEvery(funnel) && (funnel.ties !== "sequence" || funnel.reuse !== "once"),
    field: "entry",
    with: "ties, reuse",
    reason: oneByOne,
    supported: "ties: sequence, reuse: once",
  },
  {
    when: (funnel) => isEvery(funnel) && (funnel.adjacency ?? funnel.breakdown) !== undefined,
    field: "entry",
    with: "adjacency, breakdown",
    reason: oneByOne,
    supported: "entry: best",
  },
  {
    when: ({ entry, exclusions = [] }) =>
      entry === "every" && exclusions.some(({ effect }) => effect === "drop-actor"),
    field: "entry",
    with: "effect: drop-actor",
    reason: { en: "an attempt ends alone.", zh: "尝试只能单独结束。" },
    supported: "effect: void-attempt",
  },
  {
    when: ({ count, session }) => (count === "sessions") !== (session !== undefined),
    field: "count",
    with: "session",
    reason: { en: "sessions need the property that names them.", zh: "会话需要由一个属性来命名。" },
    supported: "count: sessions, session: property",
  },
  {
    when: ({ count, breakdown }) => count === "sessions" && breakdown !== undefined,
    field: "count",
    with: "breakdown",
    reason: { en: "a group is one of actors.", zh: "分组以主体为单位。" },
    supported: "count: actors",
  },
];

/** Refuses rules that do not go together, by name and with what to write instead. */
export function refuseCombinations(funnel: FunnelDefinition): void {
  for (const { when, field, with: other, reason, supported } of refusals)
    if (when(funnel)) refuse(field, funnel[field], other, reason, supported, [field]);
  const { steps, exclusions = [] } = funnel;
  const optional = steps.findIndex((step) => step.optional);
  if (optional < 0) return;
  const refuseStep = (index: number, other: string, reason: LocalizedText, supported: string) =>
    refuse("optional", true, other, reason, supported, ["steps", index, "optional"]);
  if (funnel.order === "any" || funnel.entry === "every" || funnel.adjacency !== undefined)
    refuseStep(optional, "order: any, entry: every, adjacency", inOrder, "order: ordered, entry: best");
  const ends = {
    en: "a funnel has a beginning and an end, and so does an exclusion.",
    zh: "漏斗与排除条件都须有起点和终点。",
  };
  if (Array.isArray(funnel.gapMs)) refuseStep(optional, "a list of gaps", position, "gapMs as one number");
  const bounds = new Set(exclusions.flatMap(({ between }) => between));
  for (const [index, step] of steps.entries())
    if (step.optional && (index === 0 || index === steps.length - 1 || bounds.has(step.name)))
      refuseStep(index, "a first or last step, or one that bounds an exclusion", ends, "a step in between");
}

function refuse(
  field: string,
  found: unknown,
  other: string,
  reason: LocalizedText,
  supported: string,
  path: (string | number)[],
): never {
  const shown = typeof found === "string" || typeof found === "boolean" ? String(found) : "…";
  throw new CxMetricsError(rulesDoNotMeet, {
    path,
    values: { field, found: shown, with: other, reason, supported },
  });
}
