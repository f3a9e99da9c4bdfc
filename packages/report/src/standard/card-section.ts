import type { Indicator } from "@cxmetrics/index-model";
import { type Child, type Html, html } from "../markup/html.js";
import { data } from "../page/report-page.js";
import { formulaHtml, symbolHtml } from "./formula-html.js";
import type { StandardPage, StandardSection } from "./standard-page.js";
import type { StandardIndicator } from "./standard-supplement.js";

/** One card for each indicator. */
export function cardSection(page: StandardPage): StandardSection {
  const { say, told, table } = page;
  const cards = indicatorsOf(page).map(([id, node]) => {
    const terms = termsOf(page, id);
    return table({
      title: `${id} ${node.title[page.lang]}`,
      heads: [],
      form: "card",
      rows: [
        [say("code"), html`<code>${id}</code>`],
        [say("symbol"), html`${symbolHtml(`${id}.raw`)}${page.lang === "zh" ? "，" : ", "}${symbolHtml(id)}`],
        [say("formula"), html`${symbolHtml(id)} = ${formulaHtml(page, id)}`],
        [say("unit"), data(node.unit)],
        [say("direction"), say(directionOf(node))],
        [say("caliber"), told(terms.caliber)],
        [say("dataSource"), told(terms.dataSource)],
        [say("period"), told(terms.period)],
        [say("applicability"), told(terms.applicability)],
        [say("minimumN"), terms.minimumN],
        [say("provenance"), provenanceOf(page, node)],
      ],
    });
  });
  return { id: "cards", title: say("cards"), body: cards };
}

/** The indicators of the definition, in its order. */
export function indicatorsOf({ definition }: StandardPage): readonly (readonly [string, Indicator])[] {
  return Object.entries(definition.nodes).flatMap(([id, node]) =>
    node.kind === "indicator" ? [[id, node] as const] : [],
  );
}

/** What the supplement says of an indicator, or of all. */
function termsOf({ supplement }: StandardPage, id: string) {
  const own = supplement.indicators[id] as StandardIndicator;
  const { common = {} } = supplement;
  type Terms = Required<StandardIndicator>;
  return {
    ...own,
    period: (isStated(own.period) ? own.period : common.period) as Terms["period"],
    applicability: (isStated(own.applicability)
      ? own.applicability
      : common.applicability) as Terms["applicability"],
    minimumN: (own.minimumN ?? common.minimumN) as number,
  };
}

function isStated(text: { readonly en: string; readonly zh: string } | null | undefined): boolean {
  return (text?.en ?? "").trim() !== "" && (text?.zh ?? "").trim() !== "";
}

/** Which raw values are better; where a method has no single direction, its formula says it. */
function directionOf({ normalise }: Indicator): "more" | "less" | "noDirection" | "asFormula" {
  if (normalise.method === "goalposts" || normalise.method === "log-goalposts")
    return normalise.best > normalise.worst ? "more" : "less";
  if (normalise.method === "identity") return "noDirection";
  const stated: unknown = "direction" in normalise ? normalise.direction : undefined;
  return stated === "more" || stated === "less" ? stated : "asFormula";
}

function provenanceOf({ say, told }: StandardPage, { provenance }: Indicator): Html {
  const { status, source, clause, date, note } = provenance;
  const short = status === "illustrative" ? say("illustrative").split(/[:：]/)[0] : say(status);
  const rest: readonly Child[] = [clause, date].flatMap((part) => (part ? [data(`; ${part}`)] : []));
  return html`${short ?? ""}: ${data(source)}${rest}${note ? html` (${told(note)})` : null}`;
}
