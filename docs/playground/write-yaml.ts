/**
 * Plain data as YAML 1.2: maps and lists in block form, texts in double quotes as in JSON. Read again it is the same data.
 */
export function writeYaml(value: unknown): string {
  return `${blockOf(value, 0).trimStart()}\n`;
}

function blockOf(value: unknown, depth: number): string {
  const indent = `\n${"  ".repeat(depth)}`;
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    return value.map((item) => `${indent}- ${blockOf(item, depth + 1).trimStart()}`).join("");
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    if (members.length === 0) return "{}";
    return members
      .map(([key, member]) => {
        const text = blockOf(member, depth + 1);
        return `${indent}${keyOf(key)}:${text.startsWith("\n") ? text : ` ${text}`}`;
      })
      .join("");
  }
  return JSON.stringify(value);
}

/** Words that YAML reads as something else are quoted. */
const keyOf = (key: string) =>
  /^[A-Za-z_][\w-]*$/.test(key) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(key)
    ? key
    : JSON.stringify(key);
