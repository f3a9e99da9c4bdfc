import { type Column, columnFrom, evaluateColumns, faultCode } from "@cxmetrics/formula";
import { attributeAt } from "../../check-table.js";
import type { GateStatus } from "../gate/gate-status.js";
import type { NodeContext } from "../node-kind.js";
import type { Evidence } from "./evidence.js";
import { lowerAdmitted, lowerEvidence, statedName } from "./lower-evidence.js";

/** A leaf before and after its evidence gate. */
export interface EvidenceColumns {
  readonly admitted: Column;
  /** What the gate said about each unit; left out where the leaf has none. */
  readonly statuses?: readonly GateStatus[];
  /** Units whose value does not count because of the evidence. */
  readonly refusedCount: number;
}

/** Lets the raw values of a leaf through where the evidence is good enough. */
export function evidenceColumns(
  id: string,
  evidence: Evidence | undefined,
  raw: Column,
  { table, columns, length }: NodeContext,
): EvidenceColumns {
  if (!evidence) return { admitted: raw, refusedCount: 0 };
  const read = new Map(columns).set("x", raw).set(statedName(id), statedColumn(id, evidence, table));
  const verdict = evaluateColumns(lowerAdmitted(id, evidence), read, length);
  const admitted = evaluateColumns(lowerEvidence(id, evidence, "x"), read, length);
  let refusedCount = 0;
  const statuses = Array.from(verdict.fault, (open, row): GateStatus => {
    if (raw.fault[row] === faultCode["not-applicable"]) return "not-applicable";
    if (raw.fault[row] === 0 && admitted.fault[row] !== 0) refusedCount += 1;
    if (open !== 0) return "not-assessed";
    return verdict.values[row] === 1 ? "passed" : "triggered";
  });
  return { admitted, statuses, refusedCount };
}

/** 1 where every attribute is stated, missing where one is not. */
function statedColumn(id: string, { stated = [] }: Evidence, table: NodeContext["table"]): Column {
  const lists = stated.map((attribute): ArrayLike<unknown> => attributeAt(table, attribute, id));
  const given = (text: unknown) => typeof text === "string" && text.trim() !== "";
  return columnFrom(table.units.map((_, row) => (lists.every((list) => given(list[row])) ? 1 : null)));
}
