import { CxMetricsError, describeValue, expectList, expectRecord, expectText } from "@cxmetrics/definition";
import { badTouchPath } from "./problems.js";

/** A sequence of touches, and how often it ended in a conversion or without. */
export interface TouchPath {
  /** In order; at least one. */
  readonly channels: readonly string[];
  readonly conversions: number;
  /** 0 where it is left out. */
  readonly nonConversions?: number;
  /** Per touch: milliseconds before the conversion. For time decay. */
  readonly beforeMs?: readonly number[];
}

/** A path whose members are all there. */
export interface ReadPath {
  readonly channels: readonly string[];
  readonly conversions: number;
  readonly nonConversions: number;
  readonly beforeMs: readonly number[] | null;
}

/** Reads a list of paths. */
export function expectTouchPaths(value: unknown): readonly ReadPath[] {
  return expectList(value, ["paths"], (item, path) => {
    const record = expectRecord(item, path, ["channels", "conversions"], ["nonConversions", "beforeMs"]);
    const channels = expectList(
      record["channels"],
      [...path, "channels"],
      (name, at) => expectText(name, at),
      1,
    );
    const { conversions, nonConversions = 0, beforeMs } = record;
    const times =
      beforeMs === undefined ? null : Array.isArray(beforeMs) ? Array.from(beforeMs as unknown[]) : [];
    if (
      !isCount(conversions) ||
      !isCount(nonConversions) ||
      (times !== null && (times.length !== channels.length || !times.every(isSpan)))
    )
      throw new CxMetricsError(badTouchPath, { path, values: { found: describeValue(item) } });
    return { channels, conversions, nonConversions, beforeMs: times as readonly number[] | null };
  });
}

/** Up to 1e12, so that sums over many paths stay whole. */
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= 1e12;

const isSpan = (value: unknown): value is number => Number.isFinite(value) && (value as number) >= 0;
