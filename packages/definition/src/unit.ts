/**
 * What the value of an estimate is counted in.
 *
 * `share` 0…1; `points` −100…100 (NPS, net scores); `mean` on the scale of the question; `index` on the scale of its
 * definition; `ratio` a quotient of two quantities; `milliseconds` a span of time; `count` a number of things.
 */
export type Unit = "share" | "points" | "mean" | "index" | "ratio" | "milliseconds" | "count";
