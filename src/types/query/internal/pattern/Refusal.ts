/** Thrown when an expression has no equivalent; the message is a predicate about the expression. */
export class Refusal extends Error {}

export const refuse = (reason: string): never => {
  throw new Refusal(reason)
}
