import { childShares } from "../../global-weights.js";
import type { Aggregate } from "../../index-definition.js";
import { nodeAt } from "../../node-at.js";
import { givenWeights, weightingNeedsFit } from "../../weightings/registry.js";
import type { AuditContext } from "../audit-context.js";
import { type FindingText, finding } from "../finding.js";
import { type Criterion, nothing } from "./criterion.js";

/** What the weights of a mean rest on. */
interface WeightBasis {
  /** `method`: worked out from evidence in the definition; `column`: given by the table; `equal` or `written`: numbers in the definition. */
  readonly basis: "method" | "column" | "equal" | "written";
  /** Name of the method, where there is one. */
  readonly method: string | null;
  /** Provenance of the mean, for written weights. */
  readonly status: string;
  /** Of pairwise judgements; `null` where there are none. */
  readonly consistencyRatio: number | null;
}

/** What weights rest on, by mean. */
export interface WeightEvidenceValues {
  readonly means: Readonly<Record<string, WeightBasis>>;
}

const unfounded: FindingText = {
  code: "audit.weights-without-evidence",
  en: "Weights are written without evidence: {nodes}.",
  zh: "权重未附依据的节点：{nodes}。",
  remedy: {
    en: "Let people judge or data tell (weighting with its input), or cite who set the weights, when and why.",
    zh: "请采用有依据的赋权方法（weighting 及其输入），或注明权重由谁、何时、因何确定。",
  },
};
const inconsistent: FindingText = {
  code: "audit.inconsistent-judgements",
  en: "The pairwise judgements behind the weights of {nodes} contradict one another: consistency ratio {found}.",
  zh: "{nodes} 权重所依据的成对比较不一致：一致性比例为 {found}。",
  remedy: {
    en: "Ask the experts to look again at their most inconsistent judgements.",
    zh: "请专家复核最不一致的判断。",
  },
};
const doubtful: FindingText = {
  code: "audit.weighting-warning",
  en: "The weighting of {nodes} carries a warning: {what}",
  zh: "{nodes} 的赋权带有警告：{what}",
  remedy: { en: "Follow the warning.", zh: "请按警告处理。" },
};

/** Whether weights rest on evidence. */
export const weightEvidence: Criterion<"weight-evidence", WeightEvidenceValues> = {
  id: "weight-evidence",
  title: { en: "Evidence for weights", zh: "权重依据" },
  thresholds: ["consistencyRatio"],
  examine: (context) => {
    const { document, nodes, thresholds } = context;
    const means = nodes.flatMap((id) => {
      const node = nodeAt(document, id);
      return node.kind === "aggregate" && node.children.length > 1 ? [{ id, node }] : [];
    });
    const looked = means.map(({ id, node }) => ({ id, ...basisOf(context, id, node) }));
    if (looked.length === 0)
      return nothing({ en: "No mean has two parts.", zh: "没有均值含有两个以上部分。" });
    const bare = looked.filter(({ told }) => told.basis === "written" && told.status === "illustrative");
    return {
      message: {
        en: `${bare.length} of ${looked.length} means have weights that are written without evidence.`,
        zh: `${looked.length} 个均值中有 ${bare.length} 个的权重未附依据。`,
      },
      findings: [
        ...(bare.length > 0
          ? [finding(context, "warn", unfounded, { nodes: bare.map(({ id }) => id) })]
          : []),
        ...looked.flatMap(({ id, told, warnings }) => [
          ...(told.consistencyRatio !== null && told.consistencyRatio > thresholds.consistencyRatio
            ? [
                finding(context, "warn", inconsistent, {
                  nodes: [id],
                  values: { found: told.consistencyRatio },
                }),
              ]
            : []),
          ...warnings.map(({ message }) =>
            finding(context, "warn", doubtful, { nodes: [id], texts: { what: message } }),
          ),
        ]),
      ],
      values: { means: Object.fromEntries(looked.map(({ id, told }) => [id, told])) },
    };
  },
};

function basisOf({ frozen }: AuditContext, id: string, node: Aggregate) {
  const { weighting, children, provenance } = node;
  const basis = weighting
    ? "method"
    : children.some(({ weightColumn }) => weightColumn !== undefined)
      ? "column"
      : new Set(childShares(frozen, id, node)).size === 1
        ? "equal"
        : "written";
  const outcome =
    weighting && !weightingNeedsFit(weighting)
      ? givenWeights(
          weighting,
          children.map((child) => child.node),
        )
      : undefined;
  const { consistencyRatio } = (outcome ?? {}) as { readonly consistencyRatio?: unknown };
  const told: WeightBasis = {
    basis,
    method: weighting?.method ?? null,
    status: provenance.status,
    consistencyRatio: typeof consistencyRatio === "number" ? consistencyRatio : null,
  };
  return { told, warnings: outcome?.status === "ok" ? outcome.warnings : [] };
}
