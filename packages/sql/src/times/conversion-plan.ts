import {
  type ConversionTimes,
  conversionTimes,
  defineFunnel,
  type FunnelDefinition,
} from "@cxmetrics/funnel";

/** Which question is asked of a funnel: as `ConversionTimesOptions`, without data. */
export interface ConversionQuestion {
  /** Name of the step that counts as conversion; the last one where it is left out. */
  readonly step?: string;
  /** Events that end an attempt otherwise: declined, cancelled. */
  readonly competing?: string | readonly string[];
}

/** The question, checked where such walks are at home. */
export interface ConversionPlan {
  /** The funnel from its first entry up to the step asked for; competing events stand where exclusions do, and exclude nothing. */
  readonly followed: FunnelDefinition;
  /** The answer without anybody: its names and limits. */
  readonly empty: ConversionTimes;
}

/** Members of a plan out of a definition and a question. */
export function conversionPlan(
  definition: FunnelDefinition,
  { step, competing }: ConversionQuestion,
  timeMs: readonly number[] = [],
  observedUntilMs = 0,
): ConversionPlan {
  const funnel = defineFunnel(definition);
  const nobody = timeMs.map(() => null) as unknown as string[];
  const empty = conversionTimes({ actor: nobody, event: nobody, timeMs }, funnel, {
    observedUntilMs,
    ...(step === undefined ? {} : { step }),
    ...(competing === undefined ? {} : { competing }),
  });
  const target = funnel.steps.findIndex(({ name }) => name === empty.step);
  const steps = funnel.steps.slice(0, target + 1);
  const between = [steps[0]?.name ?? "", empty.step] as const;
  const exclusions = empty.competing.map(({ event }) => ({
    event,
    between,
    effect: "void-attempt" as const,
  }));
  return { followed: { ...funnel, steps, entry: "first", exclusions }, empty };
}

/** Parts of the answer, its `cx_part`. */
export const part = { about: 0, outcome: 1 } as const;

/** What became of an actor, `cx_item` of the part `outcome`; competing events follow from 2 on. */
export const outcome = { converted: 0, open: 1, competing: 2 } as const;

/** Facts about the data, `cx_item` of the part `about`. */
export const fact = { rows: 1, badTimes: 2, badSequences: 3, tied: 4, least: 5, most: 6, until: 7 } as const;
