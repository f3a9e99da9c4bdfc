/**
 * A customer, known by a pseudonym only (客户). There is deliberately no field for a name, a number or an address: what links
 * the pseudonym to a person stays outside.
 */
export interface Customer {
  /** Pseudonym, the same in surveys, behaviour events and assessments, so that they can be joined. */
  readonly id: string;
  /** Ids of the segments to which the customer belongs. */
  readonly segments?: readonly string[];
}
