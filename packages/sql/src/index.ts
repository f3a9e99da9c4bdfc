export type { CompiledSql, SqlNote } from "./compiled-sql.js";
export type { DialectName, DialectSupport } from "./dialects/dialect.js";
export { sqlDialects } from "./dialects/registry.js";
export { type ClickHouseClient, clickHouseEngine } from "./engines/click-house-engine.js";
export { type DuckDbConnection, duckDbEngine } from "./engines/duck-db-engine.js";
export { type PostgresClient, postgresEngine } from "./engines/postgres-engine.js";
export type {
  SqlFunnelRequest,
  SqlJointTally,
  SqlNumberRequest,
  SqlRatingRequest,
  SqlSelection,
  SqlTallyEngine,
  SqlValueTally,
} from "./engines/requests.js";
export type { SqlEngineOptions } from "./engines/sql-session.js";
export { compileFunnelSql } from "./funnel/compile-funnel-sql.js";
export type {
  FunnelColumns,
  FunnelForm,
  FunnelSqlOptions,
  PropertyColumn,
} from "./funnel/funnel-sql-options.js";
export type { PropertyType } from "./funnel/property-types.js";
export { readFunnelTally } from "./funnel/read-funnel-tally.js";
export { compileIndexSql, type IndexSqlOptions } from "./index-scoring/compile-index-sql.js";
export type { IndexColumn } from "./index-scoring/index-place.js";
export { type IndexRows, readIndexColumns } from "./index-scoring/read-index-columns.js";
export type { SqlRow } from "./read-rows.js";
export { compileRetentionSql } from "./retention/compile-retention-sql.js";
export { readRetentionTally } from "./retention/read-retention-tally.js";
export type { RetentionColumns, RetentionSqlOptions } from "./retention/retention-sql-options.js";
export type { OnInvalid } from "./scores/class-counts.js";
export { compileScoreSql } from "./scores/compile-score-sql.js";
export { readDesignTally } from "./scores/read-design-tally.js";
export { readJointTally } from "./scores/read-joint-tally.js";
export { type ReadRatingOptions, readRatingTally } from "./scores/read-rating-tally.js";
export type { ReadDesignOptions } from "./scores/read-sample.js";
export type { ScoreColumns, ScoreSqlOptions } from "./scores/score-sql-options.js";
export type { SqlTable } from "./sql-text.js";
export {
  type ConversionTimesSqlOptions,
  compileConversionTimesSql,
} from "./times/compile-conversion-times-sql.js";
export type { ConversionQuestion } from "./times/conversion-plan.js";
export { readConversionTimes } from "./times/read-conversion-times.js";
