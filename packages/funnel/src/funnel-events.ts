import type { PropertyValue } from "./funnel-definition.js";

/** One event of one actor. */
export interface FunnelEvent {
  /** Who: compared as given, so that the number 1 and the text "1" are two actors. */
  readonly actor: string | number;
  readonly event: string;
  /** Epoch milliseconds. */
  readonly timeMs: number;
  /** Order among events of one instant; give it to every event or to none. */
  readonly sequence?: number;
  /** What else is known of the event; only what the definition names is read. */
  readonly properties?: Readonly<Record<string, PropertyValue | undefined>>;
}

/** The same as columns of equal length, each an array or a typed array: typed arrays are not copied. */
export interface FunnelEventColumns {
  readonly actor: ArrayLike<string | number>;
  readonly event: ArrayLike<string | number>;
  /** Epoch milliseconds. */
  readonly timeMs: ArrayLike<number>;
  /** Order among events of one instant. */
  readonly sequence?: ArrayLike<number>;
  /** When `event` holds codes: the event name of each code. */
  readonly eventNames?: readonly string[];
  /** What else is known of the events: a column a property. */
  readonly properties?: Readonly<Record<string, ArrayLike<PropertyValue | undefined>>>;
}

/** Events as a list of rows or as columns, in any order. Without sequence numbers, events of one instant keep the order of the rows. */
export type FunnelEvents = readonly FunnelEvent[] | FunnelEventColumns;
