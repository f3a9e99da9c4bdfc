/** Package and version, as `cx --version` tells it. A test holds it to the manifest. */
export const engine = "@cxmetrics/cli@0.1.0";
