import type { Problem } from "@cxmetrics/definition";

export const programNotStarted: Problem = {
  code: "usage.program-not-started",
  en: 'The program "{program}" could not be started: {reason}. Write --against as the command to run, for example --against "python3 second.py".',
  zh: '无法启动程序“{program}”：{reason}。--against 应写要运行的命令，例如 --against "python3 second.py"。',
};

export const emptyProgram: Problem = {
  code: "usage.empty-program",
  en: '--against "{found}" names no program, or a quotation mark in it is not closed. Write the command to run, for example --against "python3 second.py".',
  zh: '--against 的“{found}”没有写出程序，或其中的引号没有成对。请写要运行的命令，例如 --against "python3 second.py"。',
};

export const noAreaInCommon: Problem = {
  code: "conformance.no-area",
  en: "The program declares none of the areas that are known here; it says: {found}. Choose with --area among: {known}.",
  zh: "程序未声明任何此处已知的领域；它声明的是：{found}。请用 --area 在以下领域中选择：{known}。",
};
