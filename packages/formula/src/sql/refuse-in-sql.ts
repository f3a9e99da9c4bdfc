import { CxMetricsError } from "@cxmetrics/definition";
import { sqlNotSaid } from "../problems.js";

/** Refuses by name what a database cannot say with the same result. */
export function refuseInSql(what: string, dialect: string): never {
  throw new CxMetricsError(sqlNotSaid, { path: [], values: { what, dialect } });
}
