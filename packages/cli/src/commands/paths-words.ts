/** The words of `cx paths`. */
export const pathWords = {
  position: { en: "position", zh: "位置" },
  from: { en: "from", zh: "从" },
  to: { en: "to", zh: "到" },
  sessions: { en: "sessions", zh: "会话数" },
  share: { en: "of from", zh: "占起点" },
  other: { en: "(other)", zh: "（其他）" },
  none: { en: "No session moves from one event to another.", zh: "没有会话从一个事件转到另一个事件。" },
  note: {
    en: "{sessions} sessions of {actors} actors · --json holds nodes, edges and Sankey data",
    zh: "{actors} 个主体的 {sessions} 个会话 · --json 含节点、边与桑基图数据",
  },
  more: { en: "… and {count} edges more", zh: "……另有 {count} 条边" },
  way: {
    en: "{from} to {to}: {reached} of {sessions} sessions arrived; shortest way {path}",
    zh: "{from} 至 {to}：{sessions} 个会话中有 {reached} 个到达；最短路径 {path}",
  },
  lostness: {
    en: "lostness: mean {mean}, median {median}; {lost} above 0.5 (Smith 1996) · moves: shortest ÷ actual {ratio} on average",
    zh: "迷失度：均值 {mean}，中位数 {median}；{lost} 个高于 0.5（Smith 1996）· 步数：最短÷实际平均 {ratio}",
  },
  shortCuts: {
    en: "{count} sessions were quicker than the declared links allow and are not rated",
    zh: "{count} 个会话比所声明的跳转更快，未作评定",
  },
} as const;
