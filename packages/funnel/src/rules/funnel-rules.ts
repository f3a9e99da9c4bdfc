import type { FunnelDefinition } from "../funnel-definition.js";

/** The rules of a definition as numbers; steps count from 1, index 0 is not used. */
export interface FunnelRules {
  readonly steps: number;
  readonly order: FunnelDefinition["order"];
  readonly ties: FunnelDefinition["ties"];
  readonly entry: FunnelDefinition["entry"];
  readonly reuse: FunnelDefinition["reuse"];
  readonly adjacency: FunnelDefinition["adjacency"];
  readonly windowMs: number;
  /** Per step: longest time from the step done before it. */
  readonly gapMs: Float64Array;
  readonly optional: Uint8Array;
  readonly anyOptional: boolean;
  readonly firstEver: Uint8Array;
  readonly anyFirstEver: boolean;
  readonly exclusions: readonly { readonly from: number; readonly to: number; readonly drop: boolean }[];
  readonly fromMs: number;
  readonly toMs: number;
}

/** Translates the rules of a checked definition. */
export function funnelRules(funnel: FunnelDefinition): FunnelRules {
  const { steps, gapMs, exclusions = [], dateRange } = funnel;
  const place = (name: string) => steps.findIndex((step) => step.name === name) + 1;
  const flags = (key: "optional" | "firstEver") =>
    Uint8Array.from([0, ...steps.map((step) => (step[key] ? 1 : 0))]);
  const optional = flags("optional");
  const firstEver = flags("firstEver");
  const gapInto = (step: number) =>
    (typeof gapMs === "number" ? gapMs : gapMs?.[step - 2]) ?? Number.POSITIVE_INFINITY;
  return {
    steps: steps.length,
    order: funnel.order,
    ties: funnel.ties,
    entry: funnel.entry,
    reuse: funnel.reuse,
    adjacency: funnel.adjacency,
    windowMs: funnel.windowMs ?? Number.POSITIVE_INFINITY,
    gapMs: Float64Array.from({ length: steps.length + 1 }, (_, step) => gapInto(step)),
    optional,
    anyOptional: optional.includes(1),
    firstEver,
    anyFirstEver: firstEver.includes(1),
    exclusions: exclusions.map(({ between: [from, to], effect }) => ({
      from: place(from),
      to: place(to),
      drop: effect === "drop-actor",
    })),
    fromMs: dateRange?.fromMs ?? Number.NEGATIVE_INFINITY,
    toMs: dateRange?.toMs ?? Number.POSITIVE_INFINITY,
  };
}

/** Whether the rules are those that `climb` follows: the default, without anything that may be left out. */
export function isPlain(rules: FunnelRules): boolean {
  return (
    rules.order === "ordered" &&
    rules.ties === "sequence" &&
    rules.entry === "best" &&
    rules.reuse === "once" &&
    rules.adjacency === undefined &&
    !rules.anyOptional &&
    !rules.anyFirstEver &&
    rules.exclusions.length === 0 &&
    rules.gapMs.every((gap) => gap === Number.POSITIVE_INFINITY) &&
    rules.fromMs === Number.NEGATIVE_INFINITY &&
    rules.toMs === Number.POSITIVE_INFINITY
  );
}
