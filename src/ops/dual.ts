/** An operation with one argument besides its receiver, callable with both or with the argument alone. */
interface Dual<R, A, B> {
  (receiver: R, argument: A): B
  (argument: A): (receiver: R) => B
}

/**
 * Makes an operation data-first and data-last by counting arguments: two are receiver and argument; one or none is
 * the argument, and the result takes the receiver. Further arguments, as `map` passes them, are ignored.
 *
 * @param body - The operation, data-first.
 * @param compile - The operation, data-last, if it can prepare its argument once for many receivers.
 */
export const dual = <R, A, B>(
  body: (receiver: R, argument: A) => B,
  compile: (argument: A) => (receiver: R) => B = (argument) => (receiver) => body(receiver, argument),
): Dual<R, A, B> => {
  function call(receiver: R, argument: A): B
  function call(argument: A): (receiver: R) => B
  function call(...values: [R, A] | [A]): B | ((receiver: R) => B) {
    return values.length > 1 ? body(...(values as [R, A])) : compile(...(values as [A]))
  }
  return call
}
