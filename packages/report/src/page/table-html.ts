import { type Child, type Html, html } from "../markup/html.js";

/** A table of a page. */
export interface PageTable {
  readonly id: string;
  readonly caption: Child;
  /** The heading above says the same: the caption is for those who hear the table. */
  readonly quiet?: boolean;
  readonly heads: readonly { readonly text: Child; readonly align: "left" | "right" }[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Child[])[];
}

/** A table that scrolls inside its own frame, also by keyboard, so that the page never does sideways. */
export function tableHtml({ id, caption, quiet = false, heads, rows }: PageTable): Html {
  const align = (index: number) => (heads[index]?.align === "right" ? "num" : "txt");
  return scrolling(
    id,
    html`<table><caption id="${id}" class="${quiet ? "quiet" : "told"}">${caption}</caption><thead><tr>${heads.map(
      ({ text }, index) => html`<th scope="col" class="${align(index)}">${text}</th>`,
    )}</tr></thead><tbody>${rows.map(
      ([name, ...cells]) =>
        html`<tr><th scope="row" class="${align(0)}">${name}</th>${cells.map(
          (cell, index) => html`<td class="${align(index + 1)}">${cell}</td>`,
        )}</tr>\n`,
    )}</tbody></table>`,
  );
}

/** A frame in which something wide scrolls, named by the element with the id. */
export function scrolling(labelledBy: string, content: Html): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="${labelledBy}">${content}</div>\n`;
}

/** Facts by name, side by side or one under the other. */
export function factsHtml(facts: readonly (readonly [Child, Child])[], long = false): Html {
  return html`<dl class="${long ? "facts long" : "facts"}">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>\n`;
}
