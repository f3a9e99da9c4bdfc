import { CxMetricsError, type LocalizedText } from "@cxmetrics/definition";
import type { FunnelDefinition } from "@cxmetrics/funnel";
import type { DialectName } from "../dialects/dialect.js";
import { notCompiled } from "../problems.js";
import type { FunnelForm, FunnelSettings } from "./funnel-sql-options.js";

/** Steps that `windowFunnel` takes. */
const mostConditions = 32;

interface Rule {
  readonly rule: string;
  readonly forms: readonly FunnelForm[];
  readonly when: (funnel: FunnelDefinition, settings: FunnelSettings) => boolean;
}

const both = ["asof", "window-funnel"] as const;
const windowFunnel = ["window-funnel"] as const;

const rules: readonly Rule[] = [
  { rule: "exclusions", forms: both, when: ({ exclusions = [] }) => exclusions.length > 0 },
  { rule: "optional", forms: both, when: ({ steps }) => steps.some(({ optional }) => optional) },
  { rule: "firstEver", forms: windowFunnel, when: ({ steps }) => steps.some(({ firstEver }) => firstEver) },
  { rule: "gapMs", forms: windowFunnel, when: ({ gapMs }) => gapMs !== undefined },
  { rule: "entry: first", forms: windowFunnel, when: ({ entry }) => entry === "first" },
  { rule: "count: sessions", forms: windowFunnel, when: ({ session }) => session !== undefined },
  { rule: "times: true", forms: windowFunnel, when: (_, { times }) => times },
  {
    rule: `steps (${mostConditions} at most)`,
    forms: windowFunnel,
    when: ({ steps }) => steps.length > mostConditions,
  },
];

const home: Readonly<Record<FunnelForm, DialectName | undefined>> = {
  windows: undefined,
  asof: "duckdb",
  "window-funnel": "clickhouse",
};

/** Refuses by name what a form cannot honour, and a form that a dialect lacks. */
export function refuseForm(dialect: DialectName, funnel: FunnelDefinition, settings: FunnelSettings): void {
  const { form } = settings;
  const refuse = (rule: string, reason: LocalizedText) => {
    const values = { rule, reason, instead: "form: windows" };
    throw new CxMetricsError(notCompiled, { path: ["options", "form"], values });
  };
  const only = home[form];
  if (only !== undefined && only !== dialect)
    refuse(`form: ${form}`, { en: `${dialect} has no such form.`, zh: `${dialect} 没有这种写法。` });
  for (const { rule, forms, when } of rules)
    if (forms.includes(form) && when(funnel, settings))
      refuse(rule, { en: `form: ${form} cannot honour it.`, zh: `form: ${form} 无法实现该规则。` });
}
