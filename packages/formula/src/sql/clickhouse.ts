import type { SqlDialect } from "./sql-dialect.js";

/** The members that are not NULL, as an array. */
const present = (members: readonly string[]) => `arrayFilter(m -> isNotNull(m), [${members.join(", ")}])`;

/** ClickHouse; not yet run on a server. Its decimals round by another rule, so `round` is refused. */
export const clickhouse: SqlDialect = {
  name: "clickhouse",
  fence: "",
  double: "Nullable(Float64)",
  number: (text) => `toFloat64('${text}')`,
  quote: (identifier) => `\`${identifier.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``,
  finite: (x, define) => {
    const name = define(x);
    return `if(isFinite(${name}), ${name}, NULL)`;
  },
  choose: (condition, yes, no, define) => {
    const name = define(condition);
    return `multiIf(isNull(${name}), NULL, ${name}, ${yes}, ${no})`;
  },
  least: (members) => `if(empty(${present(members)}), NULL, arrayMin(${present(members)}))`,
  greatest: (members) => `if(empty(${present(members)}), NULL, arrayMax(${present(members)}))`,
  ln: (x) => `if(${x} > 0, log(${x}), NULL)`,
  exp: (x) => `exp(${x})`,
  power: (base, exponent) => `pow(${base}, ${exponent})`,
  ranked: (members) => `arrayReverseSort(${present(members)})`,
  round: () => undefined,
};
