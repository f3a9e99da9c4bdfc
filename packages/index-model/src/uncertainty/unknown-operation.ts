/** Thrown, and caught, where the language knows more than can be differentiated here: derivatives are then taken by differences. */
export class UnknownOperation extends Error {
  constructor(op: string) {
    super(op);
    this.name = "UnknownOperation";
  }
}
