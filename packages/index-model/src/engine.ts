/** Package and version that results name as their engine. */
export const engine = "@cxmetrics/index-model@0.1.0";
