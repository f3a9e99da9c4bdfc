/** Names this package and its version in every result. */
export const engine = "@cxmetrics/funnel@0.1.0";
