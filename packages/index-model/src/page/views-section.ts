import { tagOf } from "../tag-of.js";
import type { PageContext } from "./page-context.js";

/** The views with the indicators of each group; nothing where the definition has none. */
export function viewsSection({ document, words, say, titleOf }: PageContext): string | undefined {
  const views = Object.values(document.views ?? {});
  if (views.length === 0) return undefined;
  const lines = views.flatMap((view) => [
    `- ${say(view.title)}`,
    ...Object.entries(view.groups).map(([group, title]) => {
      const members = Object.keys(document.nodes).filter((id) => {
        const node = document.nodes[id];
        return node !== undefined && tagOf(node, view.tag) === group;
      });
      return `  - ${say(title)}${words.aside(`\`${group}\``)}${words.colon}${members.map(titleOf).join(words.comma) || "–"}`;
    }),
  ]);
  return [`## ${words.views}`, "", ...lines].join("\n");
}
