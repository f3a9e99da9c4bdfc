import { inputsOf } from "../audit-context.js";
import { type FindingText, finding } from "../finding.js";
import { percent } from "../say-names.js";
import { type Criterion, nothing } from "./criterion.js";

/** How often caps bind. */
export interface ClampValues {
  readonly indicators: Readonly<
    Record<
      string,
      {
        readonly n: number;
        /** Rows whose value was raised to a bound. */
        readonly raised: readonly number[];
        /** Rows whose value was lowered to a bound. */
        readonly lowered: readonly number[];
        readonly share: number;
      }
    >
  >;
}

const binding: FindingText = {
  code: "audit.binding-caps",
  en: "Caps bind for more than {most} of the units: {nodes}, for {found} at most. Units beyond a cap cannot be told apart: {units}.",
  zh: "超过 {most} 的对象触及截断界限的指标：{nodes}，最多达 {found}。超出界限的对象无法区分：{units}。",
  remedy: {
    en: "Move the goalposts outwards in a new version of the definition, or say why nothing counts beyond them.",
    zh: "请在新版定义中外移阈值，或说明为何超出部分不再计分。",
  },
};

/** Whether caps bind so often that they decide the scores. */
export const clamps: Criterion<"clamps", ClampValues> = {
  id: "clamps",
  title: { en: "Binding caps", zh: "截断" },
  thresholds: ["cappedUnits"],
  examine: (context) => {
    const { leaves, result, thresholds } = context;
    const looked = leaves.flatMap((id) => {
      const capped = result.nodes[id]?.capped ?? [];
      const cells = inputsOf(context, id).flatMap((value, row) => {
        const after = capped[row] ?? null;
        return value === null || after === null ? [] : [{ row, move: after - value }];
      });
      if (cells.length === 0) return [];
      const raised = cells.flatMap(({ row, move }) => (move > 0 ? [row] : []));
      const lowered = cells.flatMap(({ row, move }) => (move < 0 ? [row] : []));
      return [
        { id, n: cells.length, raised, lowered, share: (raised.length + lowered.length) / cells.length },
      ];
    });
    if (looked.length === 0)
      return nothing({ en: "No indicator has a value to cap.", zh: "没有指标具有可截断的数值。" });
    const often = looked.filter(({ share }) => share > thresholds.cappedUnits);
    const cells = looked.reduce((sum, { raised, lowered }) => sum + raised.length + lowered.length, 0);
    return {
      message: {
        en: `Caps bind in ${cells} cells.`,
        zh: `触及截断界限的单元格有 ${cells} 个。`,
      },
      findings:
        often.length > 0
          ? [
              finding(context, "warn", binding, {
                nodes: often.map(({ id }) => id),
                rows: [...new Set(often.flatMap(({ raised, lowered }) => [...raised, ...lowered]))].sort(
                  (a, b) => a - b,
                ),
                values: {
                  most: percent(thresholds.cappedUnits),
                  found: percent(often.reduce((a, { share }) => Math.max(a, share), 0)),
                },
              }),
            ]
          : [],
      values: { indicators: Object.fromEntries(looked.map(({ id, ...told }) => [id, told])) },
    };
  },
};
