import type { Indicator } from "../index-definition.js";
import { rawName } from "../node-id.js";
import { symbolOf } from "../symbol-of.js";
import { escapeMarkdown, tableMarkdown } from "./escape-markdown.js";
import { sourceOf } from "./head-section.js";
import type { PageContext } from "./page-context.js";

/** Every indicator with its symbol, unit, goalposts, caps, direction and provenance. */
export function symbolsSection(page: PageContext): string {
  const { document, words, say } = page;
  const rows = Object.entries(document.nodes).flatMap(([id, node]) =>
    node.kind !== "indicator"
      ? []
      : [
          [
            `$${symbolOf(rawName(id))}$`,
            say(node.title),
            escapeMarkdown(node.unit),
            words.evidences[node.source],
            ...normalisation(page, node),
            sourceOf(page, node.provenance),
          ],
        ],
  );
  const head = [
    words.symbol,
    words.indicator,
    words.unit,
    words.evidence,
    words.goalposts,
    words.caps,
    words.direction,
    words.provenance,
  ];
  return [`## ${words.symbols}`, "", words.symbolNote, "", tableMarkdown(head, rows)].join("\n");
}

function normalisation({ words }: PageContext, { normalise }: Indicator): readonly string[] {
  if (normalise.method === "identity") return [words.asItIs, words.cap.none, "–"];
  const { worst, best, cap = "both" } = normalise;
  const ln = normalise.method === "log-goalposts" ? " (ln)" : "";
  return [`${worst} → ${best}${ln}`, words.cap[cap], best > worst ? words.more : words.less];
}
