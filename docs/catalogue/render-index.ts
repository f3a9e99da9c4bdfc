import type { Language } from "@cxmetrics/definition";
import { type IndexDefinition, renderFormula, renderFormulaPage } from "@cxmetrics/index-model";

const words = {
  heading: { en: "In a spreadsheet", zh: "电子表格写法" },
  about: {
    en: "`x_<id>` is the cell of a raw value, `v_<id>` that of a node; a value that cannot be computed is `#N/A`, never 0.",
    zh: "`x_<id>` 为原始值所在单元格，`v_<id>` 为节点所在单元格；无法计算的值为 `#N/A`，绝不以 0 代替。",
  },
} as const;

/** The page of an index: what `renderFormulaPage` writes, and the cell formula of every node that has one. */
export function renderIndex(definition: IndexDefinition, lang: Language): string {
  const formulas = Object.keys(definition.nodes).flatMap((id) => {
    try {
      return [`v_${id.replaceAll("-", ".")} ${renderFormula(definition, id, "spreadsheet")}`];
    } catch {
      // A method over all units has no cell formula, and the page above tells its steps.
      return [];
    }
  });
  return `${[
    renderFormulaPage(definition, { lang }).trim(),
    `## ${words.heading[lang]}`,
    words.about[lang],
    `\`\`\`text\n${formulas.join("\n")}\n\`\`\``,
  ].join("\n\n")}\n`;
}
