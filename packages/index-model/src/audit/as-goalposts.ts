import type { FittedNode } from "../calibration/calibration.js";
import type { Goalposts, LogGoalposts, Normaliser } from "../index-definition.js";

/** A straight-line normaliser as the goalposts that give the same values; `undefined` for any other. */
export function asGoalposts(
  normalise: Normaliser,
  fitted: FittedNode["normalise"],
): Goalposts | LogGoalposts | undefined {
  if (normalise.method === "goalposts" || normalise.method === "log-goalposts") return normalise;
  const number = (name: string) => {
    const value = fitted?.[name];
    return typeof value === "number" ? value : undefined;
  };
  if (normalise.method === "min-max") {
    const [least, most] = [number("minimum"), number("maximum")];
    if (normalise.over === "each-period" || least === undefined || most === undefined || least === most)
      return undefined;
    const [worst, best] = normalise.direction === "more" ? [least, most] : [most, least];
    const onto = normalise.onto ? { onto: normalise.onto } : {};
    return { method: "goalposts", worst, best, cap: normalise.cap, ...onto };
  }
  if (normalise.method === "z-score") {
    const [mean, deviation] = [number("mean"), number("deviation")];
    if (normalise.over === "each-period" || mean === undefined || !deviation) return undefined;
    const { center = 0, spread = 1 } = normalise;
    const step = normalise.direction === "more" ? deviation : -deviation;
    const onto = { lower: center - spread, upper: center + spread };
    return { method: "goalposts", worst: mean - step, best: mean + step, cap: "none", onto };
  }
  return undefined;
}
