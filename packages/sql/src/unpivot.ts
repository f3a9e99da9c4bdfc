/** An expression by the number of its row. */
export type Choices = readonly (readonly [item: number, expression: string])[];

/**
 * Numbers to stand after CROSS JOIN, as `cx_choice`: columns of one row become rows, and what the row comes from is named once. Many
 * databases write a member of a WITH clause out wherever it is named.
 */
export function choicesOf(items: readonly number[]): string {
  return `(${items.map((item) => `SELECT ${item} AS cx_choice`).join(" UNION ALL ")}) AS cx_choices`;
}

/** The expression of a row's number. */
export function chosen(choices: Choices): string {
  return `CASE cx_choice ${choices.map(([item, expression]) => `WHEN ${item} THEN ${expression}`).join(" ")} END`;
}
