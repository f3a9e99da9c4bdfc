/**
 * Package and version, for results that must say what computed them. A test holds it to the manifest.
 *
 * @example
 * ```ts
 * engine.split("@")[1]; // => "cxmetrics/stats"
 * ```
 */
export const engine = "@cxmetrics/stats@0.1.0";
