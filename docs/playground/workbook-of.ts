import type { Language } from "@cxmetrics/definition";
import type { IndexDefinition, IndexTable } from "@cxmetrics/index-model";

/** An index as a spreadsheet with live formulas. The writer is large and is fetched when it is first wanted. */
export async function workbookOf(
  definition: IndexDefinition,
  table: IndexTable,
  lang: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const { writeIndexWorkbook } = await import("@cxmetrics/workbook");
  return new Uint8Array(await writeIndexWorkbook(definition, table, { lang }));
}
