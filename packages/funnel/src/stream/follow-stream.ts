import { CxMetricsError } from "@cxmetrics/definition";
import type { DenseEvents } from "../dense-events.js";
import type { FunnelDefinition } from "../funnel-definition.js";
import type { FurthestSteps } from "../gather-steps.js";
import { orderedFollower } from "../rules/follow-ordered.js";
import { mayTie } from "../rules/follow-rules.js";
import { funnelRules } from "../rules/funnel-rules.js";
import { planSteps, type StepPlan } from "../step-plan.js";
import type { SavedProgress } from "./funnel-state.js";
import { outOfOrder, progressNotEnough } from "./problems.js";
import { newStreamedActor, readActor, type StreamedActor, saveActor } from "./streamed-actor.js";

/** Refuses the rules that cannot be followed from progress alone. */
export function expectStreamable({ order, count, breakdown }: FunnelDefinition): void {
  const what =
    order === "any"
      ? { en: "which events may still count in any order", zh: "任意次序下哪些事件仍可计入" }
      : count !== undefined && count !== "actors"
        ? { en: "how attempts or sessions cluster", zh: "各次尝试或会话如何归属" }
        : breakdown === undefined
          ? null
          : { en: "the groups of a breakdown", zh: "分组取值" };
  if (what !== null) throw new CxMetricsError(progressNotEnough, { path: ["definition"], values: { what } });
}

/** Follows actors whose events come in order, batch after batch; memory is that of the actors, whatever the events. */
export interface StreamFollower {
  /** Takes the events of a batch, or none of them where one is out of order. */
  readonly add: (events: DenseEvents, numberOf: (code: number) => number) => void;
  readonly gather: () => FurthestSteps;
  readonly save: (actors: number) => readonly (SavedProgress | null)[];
}

/** Starts to follow, from nothing or from what was saved. */
export function followStream(
  funnel: FunnelDefinition,
  saved: readonly (SavedProgress | null)[],
): StreamFollower {
  const rules = funnelRules(funnel);
  const actors: (StreamedActor | undefined)[] = saved.map((one) =>
    one === null ? undefined : readActor(one, rules),
  );
  const nothing = orderedFollower(rules, planSteps(noEvents, funnel).plan);
  return {
    add: (events, numberOf) => {
      const { plan, classes } = planSteps(events, funnel);
      const { meet } = orderedFollower(rules, plan);
      const { rows, timeMs, sequence, event, eventNames } = events;
      const numbers = new Float64Array(events.actorLimit).fill(-1);
      const number = (code: number) => {
        if (numbers[code] === -1) numbers[code] = numberOf(code);
        return numbers[code] as number;
      };
      refuseDisorder(events, classes, plan, (code) => actors[number(code)]);
      for (let row = 0; row < rows; row++) {
        const code = classes[row] as number;
        if (plan.keep[code] === 0) continue;
        const at = number(events.actor[row] as number);
        let one = actors[at];
        if (one === undefined) {
          one = newStreamedActor(rules);
          actors[at] = one;
        }
        const time = timeMs[row] as number;
        const rank = sequence === null ? 0 : (sequence[row] as number);
        const kind = eventNames[event[row] as number] as string;
        if (time !== one.time || rank !== one.rank) one.tie = kind;
        else if (mayTie(one.progress, rules) && one.tie !== null && one.tie !== kind) {
          one.tie = null;
          one.ties++;
        }
        one.time = time;
        one.rank = rank;
        meet(one.progress, time, code, -1);
      }
    },
    gather: () => {
      const gathered = {
        ended: new Array<number>(rules.steps).fill(0),
        elapsedMs: Array.from({ length: rules.steps - 1 }, (): number[] => []),
        ties: 0,
        dropped: 0,
        reached: null,
      };
      for (const one of actors) {
        if (one === undefined) continue;
        // What waits is settled on a copy: more events of the same instant may come.
        const { progress, ties } =
          one.progress.waitingFills.length === 0 ? one : readActor(saveActor(one), rules);
        nothing.finish(progress);
        if (progress.dropped) gathered.dropped++;
        else if (progress.furthest > 0) {
          gathered.ties += ties;
          gathered.ended[progress.furthest - 1] = (gathered.ended[progress.furthest - 1] as number) + 1;
          for (let step = 2; step <= progress.furthest; step++)
            if ((progress.elapsedMs[step] as number) >= 0)
              gathered.elapsedMs[step - 2]?.push(progress.elapsedMs[step] as number);
        }
      }
      return gathered;
    },
    save: (count) =>
      Array.from({ length: count }, (_, at) => {
        const one = actors[at];
        return one === undefined ? null : saveActor(one);
      }),
  };
}

const noEvents: DenseEvents = {
  rows: 0,
  actor: new Uint32Array(),
  actorLimit: 0,
  actorName: (code) => code,
  event: new Uint32Array(),
  eventNames: [],
  timeMs: new Float64Array(),
  sequence: null,
  seen: new Uint8Array(),
  excluded: {},
  raw: { rows: [], properties: null, actor: [] },
  warnings: [],
};

/** Looks for an event out of order before any is taken, so that a refused batch leaves no trace. */
function refuseDisorder(
  { rows, actor, actorLimit, timeMs, sequence }: DenseEvents,
  classes: ArrayLike<number>,
  plan: StepPlan,
  known: (code: number) => StreamedActor | undefined,
): void {
  const last = new Float64Array(actorLimit).fill(Number.NaN);
  const rankOf = new Float64Array(actorLimit);
  for (let row = 0; row < rows; row++) {
    if (plan.keep[classes[row] as number] === 0) continue;
    const code = actor[row] as number;
    if (Number.isNaN(last[code])) {
      const one = known(code);
      last[code] = one?.time ?? Number.NEGATIVE_INFINITY;
      rankOf[code] = one?.rank ?? Number.NEGATIVE_INFINITY;
    }
    const later = (timeMs[row] as number) - (last[code] as number);
    const rank = sequence === null ? 0 : (sequence[row] as number);
    if (later < 0 || (later === 0 && rank < (rankOf[code] as number)))
      throw new CxMetricsError(outOfOrder, { path: ["events", row] });
    last[code] = timeMs[row] as number;
    rankOf[code] = rank;
  }
}
