/** Package and version that results name as their engine. A test holds it to the manifest. */
export const engine = "@cxmetrics/scores@0.1.0";
