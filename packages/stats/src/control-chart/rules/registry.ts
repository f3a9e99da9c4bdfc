import { anhoejCrossings } from "./anhoej-crossings.js";
import { anhoejLongestRun } from "./anhoej-longest-run.js";
import type { ControlRule } from "./control-rule.js";
import { nelson1 } from "./nelson-1.js";
import { nelson2 } from "./nelson-2.js";
import { nelson3 } from "./nelson-3.js";
import { nelson4 } from "./nelson-4.js";
import { nelson5 } from "./nelson-5.js";
import { nelson6 } from "./nelson-6.js";
import { nelson7 } from "./nelson-7.js";
import { nelson8 } from "./nelson-8.js";
import { westernElectric1 } from "./western-electric-1.js";
import { westernElectric2 } from "./western-electric-2.js";
import { westernElectric3 } from "./western-electric-3.js";
import { westernElectric4 } from "./western-electric-4.js";

/**
 * Every rule of `detectSignals` and `controlChart`, with title, source, formula (LaTeX), edge cases and the average run length
 * until a false alarm, for a catalogue page.
 *
 * Rules together raise more false alarms than each alone, every so many points for a process in control: 109 for Nelson 1, 2, 5
 * and 6 (the default), 92 for Western Electric 1 to 4, 73 for all eight Nelson rules (simulated; the others exact).
 *
 * @example
 * ```ts
 * controlRules.find((rule) => rule.id === "nelson-1")?.averageRunLength; // => 370.4
 * ```
 */
export const controlRules: readonly ControlRule[] = [
  nelson1,
  nelson2,
  nelson3,
  nelson4,
  nelson5,
  nelson6,
  nelson7,
  nelson8,
  westernElectric1,
  westernElectric2,
  westernElectric3,
  westernElectric4,
  anhoejLongestRun,
  anhoejCrossings,
];
