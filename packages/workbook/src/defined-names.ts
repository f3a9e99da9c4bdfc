/** Longest name that Excel takes. */
const longest = 200;

/** Hands out defined names: legal in Excel and LibreOffice, never like a cell, unlike each other even without regard to case. */
export function definedNames(): (prefix: string, ...parts: readonly (string | number)[]) => string {
  const taken = new Set<string>();
  return (prefix, ...parts) => {
    const body = parts
      .map((part) => String(part).replace(/[^\p{L}\p{N}_]+/gu, "."))
      .join(".")
      .slice(0, longest);
    // The underscore keeps names apart from cells (AB12), R1C1 and the words of the sheet.
    const wanted = `${prefix}_${body}`;
    let name = wanted;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wanted}.${count}`;
    taken.add(name.toLowerCase());
    return name;
  };
}
