import { CxMetricsError } from "@cxmetrics/definition";
import { interrupted } from "./problems.js";

/**
 * Lets a pending Ctrl-C be heard, then refuses to go on if there was one. Calculations hold the thread, so commands call this between
 * the steps of their work and, above all, before anything is written.
 *
 * @param signal the run's signal
 * @throws `CxMetricsError` `interrupted`
 */
export async function hearInterruption(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  refuseInterrupted(signal);
}

/**
 * The same without waiting, for loops that are asynchronous anyway.
 *
 * @throws `CxMetricsError` `interrupted`
 */
export function refuseInterrupted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CxMetricsError(interrupted);
}
