/** An operation with one argument besides its receiver, callable with both or with the argument alone. */
interface Dual<R, A, B> {
  (receiver: R, argument: A): B
  (argument: A): (receiver: R) => B
}

/**
 * Makes an operation data-first and data-last by counting arguments: two are receiver and argument; one or none is
 * the argument, and the result takes the receiver. Further arguments, as `map` passes them, are ignored.
 */
export const dual = <R, A, B>(body: (receiver: R, argument: A) => B): Dual<R, A, B> => {
  function call(receiver: R, argument: A): B
  function call(argument: A): (receiver: R) => B
  function call(...values: [R, A] | [A]): B | ((receiver: R) => B) {
    if (values.length > 1) return body(...(values as [R, A]))
    const [argument] = values as [A]
    return (receiver) => body(receiver, argument)
  }
  return call
}

/** Makes an operation data-first and data-last. Data-last, its argument is compiled once for use on many records. */
export const compiledDual =
  <Q, R, B>(compile: (question: Q) => (record: R) => B) =>
  // biome-ignore lint/suspicious/noExplicitAny: each caller declares its own overloads, which no one type can have
  (...values: ReadonlyArray<any>): any =>
    values.length > 1 ? compile(values[1])(values[0]) : compile(values[0])
