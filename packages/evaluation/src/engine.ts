/** Package and version, as estimates cite it. */
export const engineName = "@cxmetrics/evaluation@0.1.0";
