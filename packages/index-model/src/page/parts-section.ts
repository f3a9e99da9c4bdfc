import { escapeMarkdown, tableMarkdown } from "./escape-markdown.js";
import { sourceOf } from "./head-section.js";
import type { PageContext } from "./page-context.js";

/** The constants of a definition; nothing where it has none. */
export function constantsSection(page: PageContext): string | undefined {
  const { document, words, say } = page;
  const constants = Object.entries(document.constants ?? {});
  if (constants.length === 0) return undefined;
  const rows = constants.map(([name, { title, value, unit, provenance }]) => [
    `\`#${name}\``,
    say(title),
    `${value}${unit === undefined ? "" : ` ${escapeMarkdown(unit)}`}`,
    sourceOf(page, provenance),
  ]);
  return [
    `## ${words.constants}`,
    "",
    tableMarkdown([words.symbol, words.constant, words.value, words.provenance], rows),
  ].join("\n");
}

/** How units are gathered into bigger ones; nothing where the definition has no rollups. */
export function rollupsSection({ document, words, say, titleOf }: PageContext): string | undefined {
  const rollups = Object.entries(document.rollups ?? {});
  if (rollups.length === 0) return undefined;
  const lines = rollups.map(([id, { title, by, from, of, method, weights }]) => {
    const nodes = (of ?? [document.root]).map(titleOf).join(words.comma);
    const weighed =
      weights.method === "equal"
        ? words.rollupEqual
        : weights.method === "column"
          ? words.rollupColumn(escapeMarkdown(weights.column))
          : words.rollupAttribute(
              escapeMarkdown(weights.attribute),
              Object.entries(weights.values)
                .map(([text, weight]) => `${escapeMarkdown(text)} ${weight}`)
                .join(words.comma),
            );
    const below = from === undefined ? words.rollupUnits : `\`${from}\``;
    return `- ${say(title)}${words.aside(`\`${id}\``)}${words.colon}${words.rollup(nodes, below, escapeMarkdown(by), words.rollupMethod[method], weighed)}`;
  });
  return [`## ${words.rollups}`, "", ...lines].join("\n");
}
