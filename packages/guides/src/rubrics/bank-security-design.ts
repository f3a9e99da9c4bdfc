import type { Rubric } from "@cxmetrics/domain";

/**
 * Rubric R2 of the illustrative bank profile: security and privacy design (indicator C2).
 *
 * @example
 * ```ts
 * bankSecurityDesignRubric.levels[3]?.score; // => 75
 * ```
 */
export const bankSecurityDesignRubric: Rubric = {
  id: "cx.bank-security-design",
  version: "0.1.0",
  title: { en: "Security and privacy design", zh: "安全与隐私设计" },
  levels: [
    {
      level: 1,
      score: 0,
      anchor: {
        en: "Secrets shown, or money moves with no confirmation",
        zh: "敏感信息明文或无确认即可动账",
      },
    },
    {
      level: 2,
      score: 25,
      anchor: { en: "One factor, no warning of anomalies", zh: "仅单一因子，异常无提示" },
    },
    {
      level: 3,
      score: 50,
      anchor: { en: "Second factor on key actions, notices incomplete", zh: "关键交易二次认证，提示不完整" },
    },
    {
      level: 4,
      score: 75,
      anchor: { en: "Risk-based, clear, consent can be revoked", zh: "分级认证，提示清楚，授权可撤回" },
    },
    {
      level: 5,
      score: 100,
      anchor: { en: "Also self-check, freeze and history", zh: "另可自查、可冻结、可追溯" },
    },
  ],
};
