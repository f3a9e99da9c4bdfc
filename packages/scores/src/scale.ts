/** A rating scale: whole points from `min` to `max`. */
export interface RatingScale {
  readonly min: number;
  readonly max: number;
}

/** How many points a scale may have; a longer one is a measurement, not a rating. */
export const mostScalePoints = 1001;

/**
 * The scale as text, for messages.
 */
export function writeScale(scale: RatingScale): string {
  return `${scale.min}–${scale.max}`;
}
