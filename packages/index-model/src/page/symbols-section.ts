import type { Indicator } from "../index-definition.js";
import { rawName } from "../node-id.js";
import { normaliserOf } from "../normalisers/registry.js";
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

function normalisation({ words, say }: PageContext, { normalise }: Indicator): readonly string[] {
  const { title, direction } = normaliserOf(normalise);
  const way = words.directions[direction(normalise)];
  if (normalise.method === "identity") return [words.asItIs, words.cap.none, way];
  if (normalise.method !== "goalposts" && normalise.method !== "log-goalposts") return [say(title), "–", way];
  const { worst, best, cap = "both" } = normalise;
  const ln = normalise.method === "log-goalposts" ? " (ln)" : "";
  return [`${worst} → ${best}${ln}`, words.cap[cap], way];
}
