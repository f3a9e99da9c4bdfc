/** Names this package and its version in every result. */
export const engine = "@cxmetrics/sql@0.0.0";
