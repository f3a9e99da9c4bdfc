import type { Problem } from "@cxmetrics/definition";

export const notAWorkbook: Problem = {
  code: "output.not-a-workbook",
  en: 'A workbook is a file that ends in .xlsx, and "{file}" does not. Write -o index.xlsx.',
  zh: "工作簿文件须以 .xlsx 结尾，而“{file}”不是。请写作 -o index.xlsx。",
};

/** What the command says of a workbook that it wrote. */
export const workbookWords = {
  en: {
    told: (sheets: number, formulas: number, names: number): string =>
      `${sheets} sheets, ${formulas} live formulas, ${names} named cells to change or check.`,
    values: (list: string): string => `Written as values, because they fit no formula of a cell: ${list}.`,
  },
  zh: {
    told: (sheets: number, formulas: number, names: number): string =>
      `共 ${sheets} 个工作表、${formulas} 个实时公式、${names} 个有名称的单元格可供修改或核对。`,
    values: (list: string): string => `以下部分无法写成单元格公式，以数值写入：${list}。`,
  },
} as const;
