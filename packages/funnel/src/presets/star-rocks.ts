import { clickHouseDefault } from "./click-house.js";
import type { PresetAlgorithm } from "./preset-log.js";

/**
 * `window_funnel` of StarRocks, mode 0 (window_funnel.h, 2026): as ClickHouse does it, but a row counts for the first of the steps
 * it matches alone. So a step that repeats an earlier one is never reached.
 */
export const starRocksDefault: PresetAlgorithm = (log, steps, windowMs) =>
  clickHouseDefault(
    log.map(({ time, fills }) => ({ time, fills: fills.slice(0, 1) })),
    steps,
    windowMs,
  );
