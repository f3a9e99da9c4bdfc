import type { IndexDefinition } from "@cxmetrics/index-model";

/**
 * Illustrative index for a bank's digital channels: five dimensions, twenty-five indicators of five kinds of evidence, six journey
 * stages, deductions, bonus, grades and veto, on 0…100.
 *
 * It neither implements nor claims conformity with 《银行数字金融渠道用户体验评价指南》 or any other standard: the indicators and weights of
 * that guide are not public. Every part carries its own provenance.
 */
export const bankDigitalChannel: IndexDefinition = {
  formatVersion: 1,
  id: "cx.bank-digital-channel",
  version: "0.1.0",
  title: {
    en: "Bank digital channels, illustrative profile",
    zh: "银行数字渠道体验示例指标体系",
  },
  purpose: {
    en: "Shows what a channel experience index of a bank can look like: five dimensions, twenty-five indicators from five kinds of evidence, journey stages, deductions, bonus, grades and veto. It neither implements nor claims conformity with any standard.",
    zh: "示范银行渠道体验指数的构成：五个维度、二十五项来自五类证据的指标、旅程阶段、扣分、加分、等级与一票否决。本示例不实现任何标准，也不声称符合任何标准。",
  },
  provenance: {
    status: "illustrative",
    source: "cxmetrics illustrative profile",
    date: "2026-11",
    note: {
      en: "Goalposts, classes, rubrics and bands are placeholders for a committee. Dimension names follow the contents list of T/NIFA 15-2023 clause 4; nothing below a dimension comes from that standard.",
      zh: "阈值、重要性等级、评分标准与等级区间均为占位，留待委员会确定。维度名称取自 T/NIFA 15-2023 第 4 章目录，维度以下内容均非取自该标准。",
    },
  },
  scale: {
    lower: 0,
    upper: 100,
  },
  root: "score",
  outputs: ["displayed"],
  nodes: {
    score: {
      kind: "formula",
      title: {
        en: "Experience score",
        zh: "体验得分",
      },
      note: {
        en: "Mean of the dimensions, less deductions, plus bonus, kept within 0–100.",
        zh: "各维度加权平均，减扣分、加加分，并限制在 0–100 之间。",
      },
      expression: {
        op: "clamp",
        of: [
          {
            op: "add",
            of: [
              {
                op: "subtract",
                of: ["mean", "deduction"],
              },
              "bonus",
            ],
          },
        ],
        lower: 0,
        upper: 100,
      },
      provenance: {
        status: "illustrative",
        source: "cxmetrics illustrative profile, rule 3",
      },
    },
    displayed: {
      kind: "formula",
      title: {
        en: "Score as displayed",
        zh: "公布得分",
      },
      note: {
        en: "Rounded once, for display only; grades use the unrounded score.",
        zh: "仅在公布时修约一次；等级按未修约的得分判定(全数值比较法)。",
      },
      expression: {
        op: "round",
        of: ["score"],
        digits: 1,
        mode: "half-even",
      },
      provenance: {
        status: "published",
        source: "GB/T 8170-2008",
        note: {
          en: "Rounding rule (half to even) and full-value comparison.",
          zh: "修约规则(四舍六入五成双)与全数值比较法。",
        },
      },
    },
    mean: {
      kind: "aggregate",
      title: {
        en: "Mean of the dimensions",
        zh: "维度加权平均",
      },
      method: "arithmetic-mean",
      children: [
        {
          node: "A",
          weight: 0.16,
        },
        {
          node: "B",
          weight: 0.18,
        },
        {
          node: "C",
          weight: 0.26,
        },
        {
          node: "D",
          weight: 0.08,
        },
        {
          node: "E",
          weight: 0.32,
        },
      ],
      missing: {
        policy: "propagate",
      },
      provenance: {
        status: "illustrative",
        source:
          "One illustrative judgement matrix (Saaty scale 1–9), order E, C, B, A, D; eigenvector .3146 .2619 .1832 .1573 .0830, consistency ratio .0117 (random index 1.12, Saaty 1980), rounded to two decimals by largest remainder",
        note: {
          en: "One judge is no evidence: a real profile replaces these weights with a panel's.",
          zh: "单一评判者不构成证据：正式使用时应以专家组权重替换。",
        },
      },
    },
    A: {
      kind: "aggregate",
      title: {
        en: "Tangibles",
        zh: "有形性",
      },
      method: "arithmetic-mean",
      children: [
        {
          node: "A1",
          weight: 3,
        },
        {
          node: "A2",
          weight: 3,
        },
        {
          node: "A3",
          weight: 1,
        },
        {
          node: "A4",
          weight: 2,
        },
        {
          node: "A5",
          weight: 2,
        },
      ],
      missing: {
        policy: "renormalise",
        minimumAvailable: "2/3",
      },
      provenance: {
        status: "illustrative",
        source: "T/NIFA 15-2023",
        clause: "4.1",
        note: {
          en: "Only the name of the dimension comes from the contents list of that standard. Importance classes 3, 2, 1 are illustrative.",
          zh: "仅维度名称取自该标准目录；重要性等级 3、2、1 为示例。",
        },
      },
    },
    B: {
      kind: "aggregate",
      title: {
        en: "System responsiveness",
        zh: "系统响应性",
      },
      method: "arithmetic-mean",
      children: [
        {
          node: "B1",
          weight: 1,
        },
        {
          node: "B2",
          weight: 2,
        },
        {
          node: "B3",
          weight: 3,
        },
        {
          node: "B4",
          weight: 2,
        },
        {
          node: "B5",
          weight: 3,
        },
      ],
      missing: {
        policy: "renormalise",
        minimumAvailable: "2/3",
      },
      provenance: {
        status: "illustrative",
        source: "T/NIFA 15-2023",
        clause: "4.2",
        note: {
          en: "Only the name of the dimension comes from the contents list of that standard. Importance classes 3, 2, 1 are illustrative.",
          zh: "仅维度名称取自该标准目录；重要性等级 3、2、1 为示例。",
        },
      },
    },
    C: {
      kind: "aggregate",
      title: {
        en: "Security",
        zh: "安全性",
      },
      method: "arithmetic-mean",
      children: [
        {
          node: "C1",
          weight: 2,
        },
        {
          node: "C2",
          weight: 3,
        },
        {
          node: "C3",
          weight: 2,
        },
        {
          node: "C4",
          weight: 3,
        },
        {
          node: "C5",
          weight: 1,
        },
      ],
      missing: {
        policy: "renormalise",
        minimumAvailable: "2/3",
      },
      provenance: {
        status: "illustrative",
        source: "T/NIFA 15-2023",
        clause: "4.3",
        note: {
          en: "Only the name of the dimension comes from the contents list of that standard. Importance classes 3, 2, 1 are illustrative.",
          zh: "仅维度名称取自该标准目录；重要性等级 3、2、1 为示例。",
        },
      },
    },
    D: {
      kind: "aggregate",
      title: {
        en: "Empathy",
        zh: "移情性",
      },
      method: "arithmetic-mean",
      children: [
        {
          node: "D1",
          weight: 2,
        },
        {
          node: "D2",
          weight: 1,
        },
        {
          node: "D3",
          weight: 2,
        },
        {
          node: "D4",
          weight: 2,
        },
        {
          node: "D5",
          weight: 3,
        },
      ],
      missing: {
        policy: "renormalise",
        minimumAvailable: "2/3",
      },
      provenance: {
        status: "illustrative",
        source: "T/NIFA 15-2023",
        clause: "4.4",
        note: {
          en: "Only the name of the dimension comes from the contents list of that standard. Importance classes 3, 2, 1 are illustrative.",
          zh: "仅维度名称取自该标准目录；重要性等级 3、2、1 为示例。",
        },
      },
    },
    E: {
      kind: "aggregate",
      title: {
        en: "Reliability",
        zh: "可靠性",
      },
      method: "arithmetic-mean",
      children: [
        {
          node: "E1",
          weight: 3,
        },
        {
          node: "E2",
          weight: 2,
        },
        {
          node: "E3",
          weight: 2,
        },
        {
          node: "E4",
          weight: 2,
        },
        {
          node: "E5",
          weight: 3,
        },
      ],
      missing: {
        policy: "renormalise",
        minimumAvailable: "2/3",
      },
      provenance: {
        status: "illustrative",
        source: "T/NIFA 15-2023",
        clause: "4.5",
        note: {
          en: "Only the name of the dimension comes from the contents list of that standard. Importance classes 3, 2, 1 are illustrative.",
          zh: "仅维度名称取自该标准目录；重要性等级 3、2、1 为示例。",
        },
      },
    },
    A1: {
      kind: "indicator",
      title: {
        en: "Interface and information clarity",
        zh: "界面与信息清晰度",
      },
      unit: "level 1–5",
      source: "expert",
      normalise: {
        method: "goalposts",
        worst: 1,
        best: 5,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W", "R"],
      },
      tags: {
        stage: "J3",
      },
      provenance: {
        status: "illustrative",
        source:
          "Rubric R1; SERVQUAL tangibles; perceived clarity of information in public Chinese mobile-bank rankings",
      },
      note: {
        en: "Enters only with at least five independent raters; agreement gate to follow.",
        zh: "须至少五名独立评价者；一致性门槛待后续版本支持。",
      },
    },
    A2: {
      kind: "indicator",
      title: {
        en: "Perceived ease (UMUX-Lite)",
        zh: "感知易用 (UMUX-Lite)",
      },
      unit: "0–100",
      source: "survey",
      normalise: {
        method: "goalposts",
        worst: 0,
        best: 100,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W"],
      },
      tags: {
        stage: "J4",
      },
      provenance: {
        status: "illustrative",
        source: "UMUX-Lite, two 7-point items, plain scoring (Lewis, Utesch & Maher 2013)",
      },
    },
    A3: {
      kind: "indicator",
      title: {
        en: "Design-specification consistency",
        zh: "设计规范一致性",
      },
      unit: "% of applicable checks",
      source: "expert",
      normalise: {
        method: "goalposts",
        worst: 60,
        best: 100,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W"],
      },
      tags: {
        stage: "J3",
      },
      provenance: {
        status: "illustrative",
        source:
          "Consistency as a dimension of T/CIDADS cloud-product experience measurement, clause 5.2 (heading only)",
      },
    },
    A4: {
      kind: "indicator",
      title: {
        en: "Accessibility and age-friendly checks met",
        zh: "无障碍与适老化达标率",
      },
      unit: "% of applicable checks",
      source: "expert",
      normalise: {
        method: "goalposts",
        worst: 60,
        best: 100,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W", "R"],
      },
      tags: {
        stage: "J3",
      },
      provenance: {
        status: "illustrative",
        source: "ISO/IEC 25019:2023 accessibility; GB/T 41218-2021 as the branch analogue",
      },
    },
    A5: {
      kind: "indicator",
      title: {
        en: "Path efficiency (optimal ÷ actual steps, mean)",
        zh: "路径效率",
      },
      unit: "ratio",
      source: "behaviour",
      normalise: {
        method: "goalposts",
        worst: 0.4,
        best: 1,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W"],
      },
      tags: {
        stage: "J4",
      },
      provenance: {
        status: "illustrative",
        source: "After the efficiency measures of ISO/IEC 25022:2016; measure code not verified",
      },
    },
    B1: {
      kind: "indicator",
      title: {
        en: "App cold start, median",
        zh: "启动时间",
      },
      unit: "s",
      source: "operational",
      normalise: {
        method: "log-goalposts",
        worst: 3,
        best: 0.5,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M"],
      },
      tags: {
        stage: "J1",
      },
      provenance: {
        status: "illustrative",
        source: "CFCA 2019 survey: mean 1.32 s, all below 3 s, best 0.34 s",
      },
    },
    B2: {
      kind: "indicator",
      title: {
        en: "Apdex of key pages",
        zh: "关键页面响应 Apdex",
      },
      unit: "0–1",
      source: "operational",
      normalise: {
        method: "goalposts",
        worst: 0.7,
        best: 0.98,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W"],
      },
      tags: {
        stage: "J3",
      },
      provenance: {
        status: "illustrative",
        source: "Apdex technical specification; T and boundary rule to be named by the user",
      },
    },
    B3: {
      kind: "indicator",
      title: {
        en: "Completion time ÷ promised time, median",
        zh: "办结时长比",
      },
      unit: "ratio",
      source: "operational",
      normalise: {
        method: "log-goalposts",
        worst: 2,
        best: 0.5,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W", "R"],
      },
      tags: {
        stage: "J5",
      },
      provenance: {
        status: "illustrative",
        source: "After the time measures of ISO/IEC 25022:2016; open cases count as censored",
      },
    },
    B4: {
      kind: "indicator",
      title: {
        en: "Human answer within X seconds",
        zh: "人工服务水平",
      },
      unit: "%",
      source: "operational",
      normalise: {
        method: "goalposts",
        worst: 60,
        best: 95,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W", "R"],
      },
      tags: {
        stage: "J6",
      },
      provenance: {
        status: "illustrative",
        source: "Service level as used in bank service centres (family of GB/T 32312-2015)",
      },
    },
    B5: {
      kind: "indicator",
      title: {
        en: "Ease of getting it done (CES 2.0, mean)",
        zh: "办理省力度 (CES 2.0)",
      },
      unit: "1–7",
      source: "survey",
      normalise: {
        method: "goalposts",
        worst: 1,
        best: 7,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W", "R"],
      },
      tags: {
        stage: "J4",
      },
      provenance: {
        status: "illustrative",
        source: "The Effortless Experience (Dixon, Toman & DeLisi 2013)",
      },
    },
    C1: {
      kind: "indicator",
      title: {
        en: "Authentication success (genuine attempts)",
        zh: "身份认证成功率",
      },
      unit: "%",
      source: "behaviour",
      normalise: {
        method: "goalposts",
        worst: 90,
        best: 99.5,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W", "R"],
      },
      tags: {
        stage: "J2",
      },
      provenance: {
        status: "illustrative",
        source: "Identity authentication block of the CFCA 2019 survey",
      },
    },
    C2: {
      kind: "indicator",
      title: {
        en: "Security and privacy design review",
        zh: "安全与隐私设计评审",
      },
      unit: "level 1–5",
      source: "expert",
      normalise: {
        method: "goalposts",
        worst: 1,
        best: 5,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W", "R"],
      },
      tags: {
        stage: "J2",
      },
      provenance: {
        status: "illustrative",
        source: "Rubric R2; T/NIFA 15-2023 heading 4.3 (name only)",
      },
      note: {
        en: "Enters only with at least five independent raters; agreement gate to follow.",
        zh: "须至少五名独立评价者；一致性门槛待后续版本支持。",
      },
    },
    C3: {
      kind: "indicator",
      title: {
        en: "Consent and risk-notice checks met",
        zh: "授权与风险告知达标率",
      },
      unit: "% of applicable checks",
      source: "expert",
      normalise: {
        method: "goalposts",
        worst: 70,
        best: 100,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W", "R"],
      },
      tags: {
        stage: "J2",
      },
      provenance: {
        status: "illustrative",
        source: "Service security part of a published village-bank enterprise standard (Lanxian Huirong)",
      },
    },
    C4: {
      kind: "indicator",
      title: {
        en: "Felt security (top-2 of 5)",
        zh: "安全感",
      },
      unit: "%",
      source: "survey",
      normalise: {
        method: "goalposts",
        worst: 60,
        best: 95,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W", "R"],
      },
      tags: {
        stage: "J4",
      },
      provenance: {
        status: "illustrative",
        source: "T/NIFA 15-2023 heading 4.3 (name only)",
      },
    },
    C5: {
      kind: "indicator",
      title: {
        en: "Genuine transactions wrongly blocked",
        zh: "误拦截率",
      },
      unit: "%",
      source: "operational",
      normalise: {
        method: "log-goalposts",
        worst: 2,
        best: 0.05,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W", "R"],
      },
      tags: {
        stage: "J4",
      },
      provenance: {
        status: "illustrative",
        source: "Risk-control block of the CFCA 2019 survey",
      },
    },
    D1: {
      kind: "indicator",
      title: {
        en: "Personalised-service rating (mean)",
        zh: "个性化服务评分",
      },
      unit: "1–5",
      source: "survey",
      normalise: {
        method: "goalposts",
        worst: 1,
        best: 5,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W", "R"],
      },
      tags: {
        stage: "J5",
      },
      provenance: {
        status: "illustrative",
        source: "SERVQUAL empathy (Parasuraman, Zeithaml & Berry 1988)",
      },
    },
    D2: {
      kind: "indicator",
      title: {
        en: "Recommendation acceptance ÷ control",
        zh: "推荐接受提升比",
      },
      unit: "ratio",
      source: "behaviour",
      normalise: {
        method: "goalposts",
        worst: 1,
        best: 2,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W"],
      },
      tags: {
        stage: "J3",
      },
      provenance: {
        status: "illustrative",
        source: "Engagement in the HEART framework",
      },
    },
    D3: {
      kind: "indicator",
      title: {
        en: "Smart-service resolution (no transfer, no re-contact in 7 d)",
        zh: "智能客服自助解决率",
      },
      unit: "%",
      source: "behaviour",
      normalise: {
        method: "goalposts",
        worst: 40,
        best: 85,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W", "R"],
      },
      tags: {
        stage: "J6",
      },
      provenance: {
        status: "illustrative",
        source: "Task success in the HEART framework",
      },
    },
    D4: {
      kind: "indicator",
      title: {
        en: "Answers carrying a negative theme",
        zh: "留言负面主题占比",
      },
      unit: "%",
      source: "text",
      normalise: {
        method: "goalposts",
        worst: 40,
        best: 5,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W", "R"],
      },
      tags: {
        stage: "J5",
      },
      provenance: {
        status: "illustrative",
        source: "Cross-checking of subjective and objective data as described by Xiamen International Bank",
      },
      note: {
        en: "Needs a codebook version and two coders.",
        zh: "须注明编码本版本，并由两名编码员编码。",
      },
    },
    D5: {
      kind: "indicator",
      title: {
        en: "Cross-channel cases without re-entry",
        zh: "跨渠道免重复填报率",
      },
      unit: "%",
      source: "behaviour",
      normalise: {
        method: "goalposts",
        worst: 50,
        best: 98,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W", "R"],
      },
      tags: {
        stage: "J4",
      },
      provenance: {
        status: "illustrative",
        source: "SERVQUAL empathy (Parasuraman, Zeithaml & Berry 1988)",
      },
    },
    E1: {
      kind: "indicator",
      title: {
        en: "Task completion (ordered funnel, customers)",
        zh: "任务完成率",
      },
      unit: "%",
      source: "behaviour",
      normalise: {
        method: "goalposts",
        worst: 50,
        best: 95,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W", "R"],
      },
      tags: {
        stage: "J4",
      },
      provenance: {
        status: "illustrative",
        source: "Effectiveness in ISO 9241-11; completion rate in ISO/IEC 25062",
      },
    },
    E2: {
      kind: "indicator",
      title: {
        en: "Downtime (planned stops count against)",
        zh: "系统停机率",
      },
      unit: "%",
      source: "operational",
      normalise: {
        method: "log-goalposts",
        worst: 1,
        best: 0.01,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W", "R"],
      },
      tags: {
        stage: "J1",
      },
      provenance: {
        status: "illustrative",
        source:
          "System availability formula of a published village-bank enterprise standard (Lanxian Huirong)",
      },
      note: {
        en: "Availability scored on downtime: 100 % less availability.",
        zh: "以停机率计分，即 100% 减系统可用率。",
      },
    },
    E3: {
      kind: "indicator",
      title: {
        en: "Crashed sessions per 1,000 sessions",
        zh: "闪退率",
      },
      unit: "‰",
      source: "operational",
      normalise: {
        method: "log-goalposts",
        worst: 10,
        best: 0.5,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M"],
      },
      tags: {
        stage: "J1",
      },
      provenance: {
        status: "illustrative",
        source:
          "Crash rate of a published village-bank enterprise standard, unit mended (sessions over sessions)",
      },
    },
    E4: {
      kind: "indicator",
      title: {
        en: "First-contact resolution",
        zh: "一次解决率",
      },
      unit: "%",
      source: "operational",
      normalise: {
        method: "goalposts",
        worst: 60,
        best: 90,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W", "R"],
      },
      tags: {
        stage: "J6",
      },
      provenance: {
        status: "illustrative",
        source: "First-contact resolution as used in bank service centres (family of GB/T 32312-2015)",
      },
    },
    E5: {
      kind: "indicator",
      title: {
        en: "Complaints per 10 million customers, quarter",
        zh: "每千万客户投诉量",
      },
      unit: "count",
      source: "operational",
      normalise: {
        method: "log-goalposts",
        worst: 200,
        best: 30,
      },
      appliesTo: {
        attribute: "channel",
        values: ["M", "W", "R"],
      },
      tags: {
        stage: "J6",
      },
      provenance: {
        status: "illustrative",
        source: "Regulator's complaint notice, 2022 Q1: range 38.8–187.1, median 50.5",
      },
    },
    deduction: {
      kind: "formula",
      title: {
        en: "Deduction",
        zh: "扣分",
      },
      note: {
        en: "One point per complaint closed after its 15/30/60-day limit, at most 5.",
        zh: "每件超过 15/30/60 日时限办结的投诉扣 1 分，最多扣 5 分。",
      },
      expression: {
        op: "minimum",
        of: ["late_complaints", 5],
      },
      provenance: {
        status: "illustrative",
        source: "cxmetrics illustrative profile, rule 3",
      },
    },
    bonus: {
      kind: "formula",
      title: {
        en: "Bonus",
        zh: "加分",
      },
      note: {
        en: "Independent accessibility certificate +1; all bonuses together at most 3.",
        zh: "独立无障碍认证加 1 分；加分合计最多 3 分。",
      },
      expression: {
        op: "minimum",
        of: ["accessibility_certificate", 3],
      },
      provenance: {
        status: "illustrative",
        source: "cxmetrics illustrative profile, rule 3",
      },
    },
    late_complaints: {
      kind: "indicator",
      title: {
        en: "Complaints closed late",
        zh: "超时办结投诉件数",
      },
      unit: "count",
      source: "operational",
      normalise: {
        method: "identity",
      },
      provenance: {
        status: "illustrative",
        source:
          "Tiers of 15, 30 and 60 days: Measures for handling banking and insurance consumer complaints (2020)",
      },
    },
    accessibility_certificate: {
      kind: "indicator",
      title: {
        en: "Independent accessibility certificate (1 held, 0 not)",
        zh: "独立无障碍认证(1 有，0 无)",
      },
      unit: "count",
      source: "expert",
      normalise: {
        method: "identity",
      },
      provenance: {
        status: "illustrative",
        source: "cxmetrics illustrative profile, rule 3",
      },
    },
  },
  views: {
    stage: {
      title: {
        en: "By journey stage",
        zh: "按旅程阶段",
      },
      tag: "stage",
      groups: {
        J1: {
          en: "Enter",
          zh: "进入",
        },
        J2: {
          en: "Authenticate",
          zh: "注册认证",
        },
        J3: {
          en: "Find and understand",
          zh: "查找了解",
        },
        J4: {
          en: "Transact",
          zh: "办理交易",
        },
        J5: {
          en: "Result and ongoing",
          zh: "结果与持续",
        },
        J6: {
          en: "Help and redress",
          zh: "求助投诉",
        },
      },
    },
  },
  grades: {
    of: "score",
    bands: [
      {
        id: "5A",
        title: {
          en: "5A",
          zh: "5A",
        },
        from: 90,
        conditions: [
          {
            node: "A",
            atLeast: 75,
          },
          {
            node: "B",
            atLeast: 75,
          },
          {
            node: "C",
            atLeast: 75,
          },
          {
            node: "D",
            atLeast: 75,
          },
          {
            node: "E",
            atLeast: 75,
          },
        ],
      },
      {
        id: "4A",
        title: {
          en: "4A",
          zh: "4A",
        },
        from: 80,
        conditions: [
          {
            node: "A",
            atLeast: 65,
          },
          {
            node: "B",
            atLeast: 65,
          },
          {
            node: "C",
            atLeast: 65,
          },
          {
            node: "D",
            atLeast: 65,
          },
          {
            node: "E",
            atLeast: 65,
          },
        ],
      },
      {
        id: "3A",
        title: {
          en: "3A",
          zh: "3A",
        },
        from: 70,
      },
      {
        id: "2A",
        title: {
          en: "2A",
          zh: "2A",
        },
        from: 60,
      },
      {
        id: "A",
        title: {
          en: "A",
          zh: "A",
        },
      },
    ],
    onFailedCondition: "lower-by-one",
    veto: {
      attribute: "serious_incident",
      title: {
        en: "Confirmed serious customer-fund or personal-data incident in the period",
        zh: "评价期内经确认的重大客户资金或个人信息安全事件",
      },
    },
  },
};
