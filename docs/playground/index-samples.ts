import { type IndexDefinition, tableNeeds } from "@cxmetrics/index-model";

/** Raw values of 2021 as UNDP published them with the Human Development Report 2021/22 (CC BY 3.0 IGO). */
const undp2021 = `country,life_expectancy,expected_schooling,mean_schooling,gni_pc_ppp
Switzerland,83.9872,16.50029945,13.85966015,66933.00454
Norway,83.2339,18.18519974,13.00362968,64660.10622
Germany,80.6301,17.01013947,14.09096691,54534.21682
Japan,84.7839,15.22162588,13.36610034,42274.29134
China,78.2107,14.2361149,7.600118446,17504.39969
Brazil,72.7504,15.59906006,8.128813955,14369.88848
India,67.2398,11.87462044,6.655109195,6589.980037
Kenya,61.427,10.69855835,6.652,4473.570344
Niger,61.5763,6.957111988,2.116717299,1239.866936`;

/** A table to begin with: published values for the HDI, and for every other definition three made-up units between its goalposts. */
export function sampleCsv(definition: IndexDefinition): { readonly csv: string; readonly madeUp: boolean } {
  if (definition.id === "undp.hdi") return { csv: undp2021, madeUp: false };
  const { columns, attributes } = tableNeeds(definition);
  const leaves = new Map(
    Object.entries(definition.nodes).flatMap(([id, node]) =>
      node.kind === "indicator" ? [[node.column ?? id, node] as const] : [],
    ),
  );
  const needed = evidenceOf(definition);
  const rows = [0.35, 0.6, 0.8].map((share, unit) => [
    ["A", "B", "C"][unit] ?? "",
    ...columns.map((column, at) => {
      const leaf = leaves.get(column);
      // Units are told apart by more than one level: the share wavers from column to column.
      const own = Math.min(0.95, Math.max(0.05, share + (((at * 7 + unit * 5) % 9) - 4) / 25));
      if (!leaf) return String(needed.get(column) ?? 1);
      const { normalise } = leaf;
      if ("worst" in normalise && typeof normalise.worst === "number" && typeof normalise.best === "number") {
        const { worst, best } = normalise;
        const value =
          normalise.method === "log-goalposts" ? worst * (best / worst) ** own : worst + (best - worst) * own;
        return String(Number(value.toPrecision(4)));
      }
      return leaf.unit === "count" ? "0" : String(Number((100 * own).toPrecision(3)));
    }),
    ...attributes.map((name) => attributeFor(definition, name)),
  ]);
  return {
    csv: [["unit", ...columns, ...attributes], ...rows].map((row) => row.join(",")).join("\n"),
    madeUp: true,
  };
}

/** The least values with which a leaf counts at all, by column. */
function evidenceOf(definition: IndexDefinition): ReadonlyMap<string, number> {
  return new Map(
    Object.values(definition.nodes).flatMap((node) =>
      node.kind === "indicator"
        ? (node.evidence?.conditions ?? []).map(
            ({ column, atLeast, atMost }) => [column, atLeast ?? atMost ?? 1] as const,
          )
        : [],
    ),
  );
}

/** A value under which the most indicators apply; for a veto, that there is none. */
function attributeFor(definition: IndexDefinition, name: string): string {
  if (definition.grades?.veto?.attribute === name) return "none";
  const stated = Object.values(definition.nodes).some(
    (node) => node.kind === "indicator" && node.evidence?.stated?.includes(name),
  );
  if (stated) return "v1";
  const counts = new Map<string, number>();
  for (const node of Object.values(definition.nodes))
    if (node.kind === "indicator" && node.appliesTo?.attribute === name)
      for (const value of node.appliesTo.values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "none";
}
