/** The node to which a name in a formula belongs: `ease` for `ease`, `ease.raw` and `ease.good`. */
export function nodeOfName(name: string): string {
  return name.split(".", 1)[0] ?? name;
}
