import { fillMessage, type NotComputable } from "@cxmetrics/definition";

export const noAnswers: NotComputable = {
  status: "not-computable",
  reason: "no-answers",
  message: {
    en: "There is no answer to look at.",
    zh: "没有可供检查的回答。",
  },
};

export const noUsableTimes: NotComputable = {
  status: "not-computable",
  reason: "no-usable-times",
  message: {
    en: "No page has a median time above 0, so there is no normal speed to compare with. Record times more finely.",
    zh: "没有任何页面的中位时长大于 0，无法确定正常速度。请以更细的粒度记录时间。",
  },
};

export function tooFewCompleteRows(n: number, items: number): NotComputable {
  return {
    status: "not-computable",
    reason: "too-few-observations",
    message: fillMessage(
      {
        en: "{n} complete rows are too few for {items} items. More rows than items are needed.",
        zh: "完整的行仅有 {n} 个，而题项有 {items} 个。行数必须多于题项数。",
      },
      { n, items },
    ),
  };
}

export function constantItems(items: readonly number[]): NotComputable {
  return {
    status: "not-computable",
    reason: "constant-item",
    message: fillMessage(
      {
        en: "Everybody gave the same answer to these items, counted from 0: {items}. Leave them out.",
        zh: "所有人对以下题项（从 0 起编号）的回答相同：{items}。请将其剔除。",
      },
      { items: items.join(", ") },
    ),
  };
}

export function collinearItems(items: readonly number[]): NotComputable {
  return {
    status: "not-computable",
    reason: "collinear-items",
    message: fillMessage(
      {
        en: "These items, counted from 0, follow exactly from those before them: {items}. Leave them out.",
        zh: "以下题项（从 0 起编号）可由前面的题项完全推出：{items}。请将其剔除。",
      },
      { items: items.join(", ") },
    ),
  };
}
