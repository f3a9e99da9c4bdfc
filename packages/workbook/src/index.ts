export { layoutIndexWorkbook } from "./layout-index-workbook.js";
export type {
  CellLook,
  Workbook,
  WorkbookCell,
  WorkbookName,
  WorkbookRule,
  WorkbookSheet,
} from "./workbook-model.js";
export type { WorkbookOptions } from "./workbook-options.js";
export { writeIndexWorkbook } from "./write-index-workbook.js";
export { writeWorkbook } from "./write-workbook.js";
