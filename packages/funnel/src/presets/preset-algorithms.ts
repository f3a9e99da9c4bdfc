import {
  clickHouseStrictDeduplication,
  clickHouseStrictIncrease,
  clickHouseStrictOrder,
} from "./click-house.js";
import { postHogOrdered, postHogUnordered } from "./post-hog.js";
import type { PresetAlgorithm } from "./preset-log.js";
import { starRocksDefault } from "./star-rocks.js";

/** The algorithms of those presets that no rules of a definition state, by id of the preset. */
export const presetAlgorithms: ReadonlyMap<string, PresetAlgorithm> = new Map([
  ["clickhouse.window-funnel.strict-increase@26.7", clickHouseStrictIncrease],
  ["clickhouse.window-funnel.strict-order@26.7", clickHouseStrictOrder],
  ["clickhouse.window-funnel.strict-deduplication@26.7", clickHouseStrictDeduplication],
  ["posthog.ordered@2026", postHogOrdered],
  ["posthog.unordered@2026", postHogUnordered],
  ["starrocks.window-funnel@2026", starRocksDefault],
]);
