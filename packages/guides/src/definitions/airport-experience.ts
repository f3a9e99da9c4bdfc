import type { Provenance } from "@cxmetrics/definition";
import type { Aggregate, IndexDefinition, Indicator } from "@cxmetrics/index-model";

const survey = "San Francisco International Airport customer survey, DataSF (PDDL)";

const illustrative: Provenance = {
  status: "illustrative",
  source: "cxmetrics illustrative profile",
  note: {
    en: "Choice of items, grouping and equal weights are placeholders for a decision of the airport's.",
    zh: "题目选择、分组与等权均为占位，应由机场自行决定。",
  },
};

/** Share of the two best answers of five, already in percent: the goalposts are the ends of the scale. */
function item(en: string, zh: string, columns: string): Indicator {
  return {
    kind: "indicator",
    title: { en, zh },
    provenance: { status: "illustrative", source: survey, clause: columns },
    unit: "%",
    source: "survey",
    normalise: { method: "goalposts", worst: 0, best: 100 },
  };
}

function mean(en: string, zh: string, ...nodes: readonly string[]): Aggregate {
  return {
    kind: "aggregate",
    title: { en, zh },
    provenance: illustrative,
    method: "arithmetic-mean",
    children: nodes.map((node) => ({ node, weight: 1 })),
    missing: { policy: "renormalise", minimumAvailable: "2/3" },
  };
}

/**
 * Illustrative experience index for an airport's passengers on the items of a public survey: wayfinding, amenities, cleanliness and
 * security, each item as the share of answers 4 and 5, on 0…100.
 *
 * Items that few passengers can judge (parking, rental cars, trains) are left out. It is no index of San Francisco
 * International Airport; titles paraphrase the items.
 *
 * @example
 * ```ts
 * airportExperience.root; // => "experience"
 * Object.values(airportExperience.nodes).filter((node) => node.kind === "indicator").length; // => 15
 * ```
 */
export const airportExperience: IndexDefinition = {
  formatVersion: 1,
  id: "cx.airport-experience",
  version: "1.0.0",
  title: { en: "Airport passenger experience, illustrative", zh: "机场旅客体验示例指数" },
  purpose: {
    en: "Shows an index from one survey, comparable across terminal areas and waves. It is no published index of any airport.",
    zh: "示范如何由一项调查构建可在航站区与调查批次之间比较的指数，并非任何机场发布的指数。",
  },
  provenance: { ...illustrative, date: "2026-11" },
  scale: { lower: 0, upper: 100 },
  root: "experience",
  nodes: {
    experience: mean(
      "Passenger experience",
      "旅客体验",
      "wayfinding",
      "amenities",
      "cleanliness",
      "security",
    ),
    wayfinding: mean("Wayfinding", "导引", "signs", "screens", "info_lower", "info_upper", "finding"),
    amenities: mean("Amenities", "设施与服务", "art", "restaurants", "shops", "walkways", "wifi"),
    cleanliness: mean("Cleanliness", "清洁", "clean_boarding", "clean_restaurants", "clean_restrooms"),
    security: mean("Safety and security", "安全与安检", "safety", "screening"),
    signs: item("Signs inside", "航站楼内标识", "Q7SIGN"),
    screens: item("Information screens", "信息屏", "Q7SCREENS"),
    info_lower: item("Information booths, lower level", "下层问询处", "Q7INFODOWN"),
    info_upper: item("Information booths, upper level", "上层问询处", "Q7INFOUP"),
    finding: item("Finding one's way", "找路容易", "Q14FIND"),
    art: item("Artwork and exhibitions", "艺术品与展览", "Q7ART"),
    restaurants: item("Restaurants", "餐饮", "Q7FOOD"),
    shops: item("Shops", "商店", "Q7STORE"),
    walkways: item("Moving walkways, escalators, lifts", "自动步道与电梯", "Q7WALKWAYS (2018: Q7WALKWAY)"),
    wifi: item("Wireless network", "无线网络", "Q7WIFI"),
    clean_boarding: item("Cleanliness of boarding areas", "候机区清洁", "Q9BOARDING"),
    clean_restaurants: item("Cleanliness of restaurants", "餐饮区清洁", "Q9FOOD"),
    clean_restrooms: item("Cleanliness of restrooms", "洗手间清洁", "Q9RESTROOM"),
    safety: item("Feeling safe", "安全感", "Q10SAFE"),
    screening: item("Passing through security", "通过安检", "Q14PASSTHRU"),
  },
};
