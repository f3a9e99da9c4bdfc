/**
 * How the digits that are cut off compare with half a unit of the last digit kept. Numbers and not names, because the
 * column kernel asks once a row.
 */
export const remainder = { belowHalf: 1, half: 2, aboveHalf: 3 } as const;

/** One of the values of `remainder`. */
export type Remainder = (typeof remainder)[keyof typeof remainder];

/**
 * Whether the last digit kept grows by one (away from zero), given that something was cut off: the sign of the value,
 * whether the last digit kept is odd, and how much was cut off.
 */
export type RoundingRule = (negative: boolean, odd: boolean, cut: Remainder) => boolean;
