import type { ChecklistAssessment } from "./checklist-assessment.js";
import type { RubricAssessment } from "./rubric-assessment.js";
import type { UsabilitySession } from "./usability-session.js";

/** What someone other than a customer in daily life found out by looking or testing (评估). */
export type Assessment = RubricAssessment | ChecklistAssessment | UsabilitySession;
