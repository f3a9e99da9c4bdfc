import { type Html, html } from "../markup/html.js";
import { data } from "./report-page.js";

/** A link to an address of the web. Any other address (`javascript:`, `data:`) stays text. */
export function safeLink(address: string, text: string): Html {
  return /^https?:\/\/[^\s"'<>\\]+$/.test(address)
    ? html`<a href="${address}" rel="noopener noreferrer nofollow">${data(text)}</a>`
    : html`${data(text)} (${data(address)})`;
}
