import {
  CxMetricsError,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import { expectLength, expectMembers } from "../weights/expect-members.js";
import { type ExpertAuthority, readAuthority } from "./expert-authority.js";
import type { PanelJudgement } from "./panel.js";
import { duplicateExpert, tooFewInvited, wrongJudgement } from "./problems.js";

/** An expert's answer; the judgement itself is read by the method that weighs it. */
export interface ReadExpert {
  readonly id: string;
  readonly answer: readonly unknown[];
  readonly authority: ExpertAuthority | null;
}

/** A panel that has been read. */
export interface ReadPanel {
  readonly indicators: readonly string[];
  readonly judgement: PanelJudgement;
  readonly fullScore: number | undefined;
  readonly total: number;
  readonly rounds: readonly { readonly invited: number; readonly experts: readonly ReadExpert[] }[];
}

/** Reads a panel, all of its rounds. */
export function readPanel(panel: unknown): ReadPanel {
  const path = ["panel"];
  const record = expectRecord(panel, path, ["indicators", "judgement", "rounds"], ["fullScore", "total"]);
  const indicators = expectMembers(record["indicators"], [...path, "indicators"], expectText);
  const kinds = ["ratings", "budget", "matrix"] as const;
  const judgement = expectOneOf(record["judgement"], [...path, "judgement"], kinds);
  const positive = { least: 1e-9, most: 1e9 };
  const full = record["fullScore"];
  return {
    indicators,
    judgement,
    fullScore: full === undefined ? undefined : expectNumber(full, [...path, "fullScore"], positive),
    total: expectNumber(record["total"] ?? 100, [...path, "total"], positive),
    rounds: expectMembers(record["rounds"], [...path, "rounds"], (round, at) =>
      readRound(round, at, judgement, indicators.length),
    ),
  };
}

function readRound(value: unknown, path: ProblemPath, judgement: PanelJudgement, width: number) {
  const record = expectRecord(value, path, ["invited", "experts"]);
  const invited = expectNumber(record["invited"], [...path, "invited"], {
    least: 1,
    most: 1e6,
    integer: true,
  });
  const experts = expectMembers(record["experts"], [...path, "experts"], (expert, at) =>
    readExpert(expert, at, judgement, width),
  );
  const round = Number(path.at(-1)) + 1;
  if (experts.length > invited)
    throw new CxMetricsError(tooFewInvited, {
      path: [...path, "invited"],
      values: { round, returned: experts.length, invited },
    });
  const seen = new Set<string>();
  for (const [index, { id }] of experts.entries()) {
    if (seen.has(id))
      throw new CxMetricsError(duplicateExpert, {
        path: [...path, "experts", index, "id"],
        values: { expert: id.slice(0, 40), round },
      });
    seen.add(id);
  }
  return { invited, experts };
}

function readExpert(value: unknown, path: ProblemPath, judgement: PanelJudgement, width: number): ReadExpert {
  const record = expectRecord(value, path, ["id"], ["ratings", "budget", "matrix", "authority"]);
  const id = expectText(record["id"], [...path, "id"]);
  const given = record[judgement];
  if (given === undefined)
    throw new CxMetricsError(wrongJudgement, {
      path,
      values: { expert: id.slice(0, 40), expected: judgement },
    });
  const answer = expectMembers(given, [...path, judgement], (item) => item);
  expectLength(answer, width, [...path, judgement]);
  const authority = record["authority"];
  return {
    id,
    answer,
    authority: authority === undefined ? null : readAuthority(authority, [...path, "authority"]),
  };
}
