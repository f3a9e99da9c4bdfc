import { c } from "./c.js";
import type { ControlChartKind } from "./control-chart-kind.js";
import { cusum } from "./cusum.js";
import { ewma } from "./ewma.js";
import { laneyP } from "./laney-p.js";
import { laneyU } from "./laney-u.js";
import { netShare } from "./net-share.js";
import { np } from "./np.js";
import { p } from "./p.js";
import { u } from "./u.js";
import { xmr } from "./xmr.js";

/**
 * Every kind of `controlChart`, with title, source, formula (LaTeX) and edge cases for a catalogue page.
 *
 * @example
 * ```ts
 * controlChartKinds.map((kind) => kind.id)[9]; // => "net-share"
 * ```
 */
export const controlChartKinds: readonly ControlChartKind[] = [
  p,
  np,
  u,
  c,
  xmr,
  ewma,
  cusum,
  laneyP,
  laneyU,
  netShare,
];
