import type { Problem } from "@cxmetrics/definition";

export const converterMissing: Problem = {
  code: "standard.no-converter",
  en: "No program was found that makes a {format} file: a PDF needs Chromium or LibreOffice Writer, DOCX needs LibreOffice Writer (soffice). Install one, or write HTML and print it from a browser.",
  zh: "未找到可生成 {format} 文件的程序：PDF 需要 Chromium 或 LibreOffice Writer，DOCX 需要 LibreOffice Writer（soffice）。请安装其一，或输出 HTML 后在浏览器中打印。",
};

export const converterFailed: Problem = {
  code: "standard.converter-failed",
  en: "{program} did not write the {format} file ({reason}). With LibreOffice its part Writer must be installed (libreoffice-writer). Otherwise write HTML and print it from a browser.",
  zh: "{program} 未能生成 {format} 文件（{reason}）。使用 LibreOffice 时须安装其 Writer 组件（libreoffice-writer）；也可输出 HTML 后在浏览器中打印。",
};

export const formatNeedsFile: Problem = {
  code: "usage.format-needs-file",
  en: "A {format} file cannot be shown on the terminal. Name a file with -o.",
  zh: "{format} 文件无法在终端显示。请用 -o 指定文件。",
};

export const formatMismatch: Problem = {
  code: "usage.format-mismatch",
  en: 'The file "{file}" does not end in .{format}. Change its name, or --format.',
  zh: "文件“{file}”不以 .{format} 结尾。请改文件名或 --format。",
};
