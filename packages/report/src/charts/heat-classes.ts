/** A step of shading. */
export type HeatStep = 1 | 2 | 3 | 4 | 5;

/** Five equal steps between the least and the greatest value. */
export function heatClasses(values: readonly number[]): {
  readonly stepOf: (value: number) => HeatStep;
  readonly bounds: readonly { readonly step: HeatStep; readonly lower: number; readonly upper: number }[];
} {
  const lower = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const upper = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const width = (upper - lower) / 5;
  if (!(width > 0)) return { stepOf: () => 3, bounds: values.length > 0 ? [{ step: 3, lower, upper }] : [] };
  const steps: readonly HeatStep[] = [1, 2, 3, 4, 5];
  return {
    stepOf: (value) => steps[Math.min(4, Math.floor((value - lower) / width))] ?? 1,
    bounds: steps.map((step) => ({
      step,
      lower: lower + (step - 1) * width,
      upper: step === 5 ? upper : lower + step * width,
    })),
  };
}
