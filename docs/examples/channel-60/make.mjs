// Writes definition.yaml, revised.yaml and channels.csv: an illustrative index of 60 indicators, for trying what an author does with one.
// Usage: node docs/examples/channel-60/make.mjs
import { writeFileSync } from "node:fs";

/** id, zh, en; per indicator: zh, en, unit, worst, best, class 1–3. */
const dimensions = [
  [
    "A",
    "触达",
    "Access",
    [
      ["启动时间", "Start-up time", "s", 3, 0.5, 1],
      ["可用率", "Availability", "%", 99, 99.99, 3],
      ["崩溃率", "Crash rate", "‰", 10, 0.5, 3],
      ["首页加载时间", "Home page load time", "s", 5, 0.8, 2],
      ["离线可用功能占比", "Functions usable offline", "%", 0, 40, 1],
      ["安装包大小", "Package size", "MB", 200, 40, 1],
      ["支持系统版本覆盖率", "Coverage of system versions", "%", 80, 99, 1],
      ["无障碍达标率", "Accessibility checks met", "%", 60, 100, 3],
      ["适老化达标率", "Age-friendly checks met", "%", 60, 100, 2],
      ["多语言覆盖率", "Pages in other languages", "%", 0, 60, 1],
      ["弱网可用率", "Usable on weak networks", "%", 70, 98, 2],
      ["登录入口可见度", "Entry found at first glance", "%", 50, 95, 2],
    ],
  ],
  [
    "B",
    "查找",
    "Finding",
    [
      ["搜索成功率", "Search success", "%", 50, 95, 3],
      ["搜索无结果率", "Searches without result", "%", 30, 3, 2],
      ["三击可达率", "Reached within three taps", "%", 40, 90, 2],
      ["导航一致性", "Consistency of navigation", "%", 60, 100, 1],
      ["术语易懂度", "Clarity of terms", "1–5", 1, 5, 2],
      ["信息完整度", "Completeness of information", "%", 60, 100, 2],
      ["信息时效达标率", "Information up to date", "%", 80, 100, 2],
      ["费用公示达标率", "Fees shown", "%", 80, 100, 3],
      ["风险提示达标率", "Risk notices shown", "%", 80, 100, 3],
      ["推荐接受率", "Recommendations accepted", "%", 1, 15, 1],
      ["帮助内容命中率", "Help that answers", "%", 40, 85, 2],
      ["找到所需的难易度", "Ease of finding", "1–7", 1, 7, 3],
    ],
  ],
  [
    "C",
    "办理",
    "Transacting",
    [
      ["任务完成率", "Task completion", "%", 50, 95, 3],
      ["办结时长比", "Time taken to time promised", "ratio", 2, 0.5, 3],
      ["手工填写项数", "Fields filled by hand", "count", 30, 5, 2],
      ["预填占比", "Share of fields prefilled", "%", 10, 80, 2],
      ["步骤数比", "Steps taken to least steps", "ratio", 2.5, 1, 2],
      ["表单错误率", "Form errors", "%", 20, 2, 2],
      ["中途放弃率", "Abandonment", "%", 50, 8, 3],
      ["跨渠道免重填率", "Cross-channel without re-entry", "%", 50, 98, 2],
      ["支付成功率", "Payment success", "%", 95, 99.9, 3],
      ["撤销可用率", "Steps that can be undone", "%", 20, 90, 1],
      ["进度可查率", "Progress can be seen", "%", 50, 100, 2],
      ["办理省力度", "Ease of getting it done", "1–7", 1, 7, 3],
    ],
  ],
  [
    "D",
    "保障",
    "Assurance",
    [
      ["身份认证成功率", "Authentication success", "%", 90, 99.5, 3],
      ["误拦截率", "Wrongly blocked", "%", 2, 0.05, 2],
      ["二次认证覆盖率", "Second factor on key actions", "%", 80, 100, 3],
      ["授权可撤回率", "Consents that can be withdrawn", "%", 50, 100, 2],
      ["隐私告知达标率", "Privacy notices met", "%", 80, 100, 3],
      ["敏感信息脱敏率", "Secrets masked", "%", 90, 100, 3],
      ["异常提醒及时率", "Alerts in time", "%", 80, 99, 2],
      ["安全事件数", "Security incidents", "count", 5, 0, 3],
      ["资金差错率", "Errors in amounts", "‱", 5, 0.1, 3],
      ["安全设计评审", "Security design review", "1–5", 1, 5, 2],
      ["安全感", "Felt security", "%", 60, 95, 3],
      ["备份恢复演练达标率", "Recovery drills passed", "%", 70, 100, 1],
    ],
  ],
  [
    "E",
    "关怀",
    "Care",
    [
      ["人工接通率", "Calls answered", "%", 70, 98, 2],
      ["人工平均等待", "Mean wait for a person", "s", 180, 15, 2],
      ["一次解决率", "First-contact resolution", "%", 60, 92, 3],
      ["智能客服自助解决率", "Self-service resolution", "%", 40, 85, 2],
      ["投诉办结及时率", "Complaints closed in time", "%", 85, 100, 3],
      ["每千万客户投诉量", "Complaints per ten million", "count", 200, 30, 3],
      ["回访满意度", "Satisfaction on call-back", "%", 60, 95, 2],
      ["主动告知率", "Told before asked", "%", 30, 90, 1],
      ["个性化服务评分", "Personal service rating", "1–5", 1, 5, 1],
      ["特殊人群服务达标率", "Service for special needs met", "%", 70, 100, 2],
      ["负面主题占比", "Negative themes in comments", "%", 40, 5, 2],
      ["总体满意度", "Overall satisfaction", "%", 60, 95, 2],
    ],
  ],
];
const weights = { A: 15, B: 18, C: 30, D: 22, E: 15 };
const provenance = 'provenance: { status: illustrative, source: "an example for trying the tools" }';

function definition({ version, changes }) {
  const lines = [
    "formatVersion: 1",
    "id: example.channel-60",
    `version: ${version}`,
    'title: { en: "Channel experience, sixty indicators", zh: "渠道体验六十指标（示例）" }',
    provenance,
    "scale: { lower: 0, upper: 100 }",
    "root: index",
    "nodes:",
  ];
  for (const [id, zh, en, indicators] of dimensions) {
    indicators.forEach(([zhTitle, enTitle, unit, worst, best], i) => {
      const leaf = `${id}${i + 1}`;
      const goal = changes[leaf] ?? { worst, best };
      lines.push(
        `  ${leaf}:`,
        "    kind: indicator",
        `    title: { en: "${enTitle}", zh: "${zhTitle}" }`,
        `    ${provenance}`,
        `    unit: "${unit}"`,
        "    source: statistic",
        `    normalise: { method: goalposts, worst: ${goal.worst}, best: ${goal.best} }`,
      );
    });
    lines.push(
      `  ${id}:`,
      "    kind: aggregate",
      `    title: { en: "${en}", zh: "${zh}" }`,
      `    ${provenance}`,
      "    method: arithmetic-mean",
      '    missing: { policy: renormalise, minimumAvailable: "2/3" }',
      "    children:",
      ...indicators.map(([, , , , , weight], i) => `      - { node: ${id}${i + 1}, weight: ${weight} }`),
    );
  }
  lines.push(
    "  index:",
    "    kind: aggregate",
    '    title: { en: "Channel experience index", zh: "渠道体验指数" }',
    `    ${provenance}`,
    "    method: arithmetic-mean",
    "    missing: { policy: propagate }",
    "    children:",
    ...dimensions.map(([id]) => `      - { node: ${id}, weight: ${changes[id] ?? weights[id]} }`),
  );
  return `${lines.join("\n")}\n`;
}

const folder = new URL(".", import.meta.url);
writeFileSync(new URL("definition.yaml", folder), definition({ version: "1.0.0", changes: {} }));
writeFileSync(
  new URL("revised.yaml", folder),
  definition({ version: "1.0.1", changes: { C: 33, E: 12, C1: { worst: 60, best: 95 } } }),
);

// A linear congruential sequence, so that the file is the same for ever.
let state = 20260101;
const next = () => {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return (state >>> 8) / 0x7fffff;
};
const channels = ["手机银行", "网上银行", "远程银行", "微信小程序", "营业厅", "自助终端"];
const leaves = dimensions.flatMap(([id, , , indicators]) =>
  indicators.map(([, , , worst, best], i) => ({ id: `${id}${i + 1}`, worst, best })),
);
const rows = channels.map((channel, row) => [
  channel,
  ...leaves.map(({ worst, best }) => {
    const share = 0.25 + 0.6 * next() + 0.02 * row;
    const digits = Math.abs(best - worst) < 3 ? 3 : 1;
    return next() < 0.02 ? "" : (worst + (best - worst) * Math.min(share, 1)).toFixed(digits);
  }),
]);
const csv = [["channel", ...leaves.map(({ id }) => id)], ...rows].map((row) => row.join(",")).join("\n");
writeFileSync(new URL("channels.csv", folder), `${csv}\n`);
