/**
 * Whether a name is the path of a document rather than the id of a definition: it has a slash, or ends as a document does.
 *
 * @example
 * ```js
 * isPath("definitions/our-nps.yaml"); // => true
 * isPath("csat.top-2-of-5@1.0.0"); // => false
 * ```
 */
export function isPath(name: string): boolean {
  return /[\\/]/.test(name) || /\.(?:ya?ml|json)$/i.test(name);
}
