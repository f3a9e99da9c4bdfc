import type { Html } from "../markup/html.js";

/** A part of a report with its own heading. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}
