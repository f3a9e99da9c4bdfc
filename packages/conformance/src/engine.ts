/** Package and version that judge, as reports name them. */
export const engine = "@cxmetrics/conformance@0.0.0";
