/** Ends a reading: why an expression has no counterpart, as a clause whose subject is the expression. */
export class Refusal extends Error {}

export const refuse = (reason: string): never => {
  throw new Refusal(reason)
}
