import { plainText } from "./plain-text.js";

const known = Symbol("markup");

/** Markup that was made here. Data cannot be taken for it: JSON holds no symbols. */
export interface Html {
  readonly [known]: string;
}

/** What a template takes: texts are escaped, numbers must be finite, nothing is written for `null`, `undefined` and `false`. */
export type Child = Html | string | number | null | undefined | false | readonly Child[];

/** A template of markup in which every text is escaped, in an element as well as between double quotes. */
export function html(parts: TemplateStringsArray, ...children: readonly Child[]): Html {
  return { [known]: parts.map((part, index) => part + written(children[index])).join("") };
}

/** Markup that another function of this package wrote. */
export function markup(text: string): Html {
  return { [known]: text };
}

/** The markup as a string. */
export function textOf(html: Html): string {
  return html[known];
}

/** Escapes a text for XML and HTML. */
export function escapeText(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function written(child: Child): string {
  if (child === null || child === undefined || child === false) return "";
  if (typeof child === "string") return escapeText(child);
  if (typeof child === "number") {
    if (!Number.isFinite(child)) throw new TypeError("a number is not finite");
    return String(child);
  }
  if (Array.isArray(child)) return child.map(written).join("");
  const text = (child as Html)[known];
  if (typeof text !== "string") throw new TypeError("an object is no markup");
  return text;
}
