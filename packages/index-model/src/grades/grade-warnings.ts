import type { Warning } from "@cxmetrics/definition";
import type { Grades } from "../index-definition.js";
import type { GradeResult } from "../index-result.js";
import { warning } from "../warning.js";

/** Whether the grade of one unit depends on how many others there are. */
export function hasQuota(grades: Grades | undefined): boolean {
  return grades?.bands.some((band) => band.quota !== undefined) ?? false;
}

/** What a reader must know about quotas and gates of grades. */
export function gradeWarnings(
  grades: Grades | undefined,
  graded: readonly GradeResult[] | undefined,
): readonly Warning[] {
  if (!grades || !graded) return [];
  const lowered = graded.filter((one) => one.beforeQuota !== undefined).length;
  const quota = hasQuota(grades)
    ? [
        warning(
          "index.grade-quota",
          {
            en: "Quotas make the grades depend on the other units; {count} were lowered by them. Do not compare grades across tables.",
            zh: "配额使等级取决于其他对象，{count} 个对象因此降级。不同数据表之间的等级不可比较。",
          },
          { count: lowered },
        ),
      ]
    : [];
  const open = (grades.gates ?? []).flatMap((gate) => {
    const count = graded.filter((one) => one.gates?.[gate] === "not-assessed").length;
    return count === 0
      ? []
      : [
          warning(
            "index.gate-not-assessed",
            {
              en: 'The gate "{gate}" was not assessed for {count} units; their grade is provisional.',
              zh: "有 {count} 个对象未经门槛 “{gate}” 核查，其等级为暂定。",
            },
            { gate, count },
          ),
        ];
  });
  return [...quota, ...open];
}
