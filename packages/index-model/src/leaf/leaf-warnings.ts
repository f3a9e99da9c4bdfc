import type { Warning } from "@cxmetrics/definition";
import { warning } from "../warning.js";
import type { LeafColumns } from "./leaf-columns.js";

/** What a reader must know about the data of a leaf: caps that bound, values where none belong. */
export function leafWarnings(node: string, leaf: LeafColumns): readonly Warning[] {
  const { cappedCount, strayCount, imputedCount, treatedCount, adjusted, contradicted, refusedCount } = leaf;
  const found: Warning[] = [];
  if (adjusted.length > 0)
    found.push(
      warning(
        "index.adjusted",
        {
          en: '{count} raw values of "{node}" were corrected as the definition documents.',
          zh: "“{node}” 有 {count} 个原始值按定义中的记录做了更正。",
        },
        { node, count: adjusted.length },
      ),
    );
  for (const { unit } of contradicted)
    found.push(
      warning(
        "index.adjustment-not-made",
        {
          en: 'The correction of "{node}" for "{unit}" was not made: the table holds another value than its author saw.',
          zh: "未对 “{unit}” 的 “{node}” 做更正：表中的值与更正所依据的原值不同。",
        },
        { node, unit },
      ),
    );
  if (refusedCount > 0)
    found.push(
      warning(
        "index.evidence-insufficient",
        {
          en: '{count} values of "{node}" do not count, because their evidence is insufficient or was not assessed.',
          zh: "“{node}” 有 {count} 个对象的数值因证据不足或未核查而不计入。",
        },
        { node, count: refusedCount },
      ),
    );
  if (imputedCount > 0)
    found.push(
      warning(
        "index.imputed",
        {
          en: 'Missing values of "{node}" were imputed in {count} units.',
          zh: "“{node}” 有 {count} 个对象的缺失值经过填补。",
        },
        { node, count: imputedCount },
      ),
    );
  if (treatedCount > 0)
    found.push(
      warning(
        "index.treated",
        {
          en: 'Values of "{node}" were changed by outlier treatment in {count} units.',
          zh: "“{node}” 有 {count} 个对象的取值经过离群处理。",
        },
        { node, count: treatedCount },
      ),
    );
  found.push(...cappingWarnings(node, cappedCount));
  if (strayCount > 0)
    found.push(
      warning(
        "index.value-where-not-applicable",
        {
          en: '{count} units have a value of "{node}" although it does not apply to them; it was not used.',
          zh: "“{node}” 对 {count} 个对象不适用却给出了数值，该数值未被使用。",
        },
        { node, count: strayCount },
      ),
    );
  return found;
}

/** Says how often a goalpost bound. */
export function cappingWarnings(node: string, count: number): readonly Warning[] {
  if (count === 0) return [];
  return [
    warning(
      "index.capped",
      {
        en: 'Values of "{node}" beyond a goalpost were set to it in {count} units.',
        zh: "“{node}” 有 {count} 个对象的原始值超出阈值，已按阈值计。",
      },
      { node, count },
    ),
  ];
}
