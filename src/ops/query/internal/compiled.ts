/** Makes an operation data-first and data-last. Data-last, its argument is compiled once for use on many records. */
export const compiled =
  <Q, R, B>(compile: (question: Q) => (record: R) => B) =>
  // biome-ignore lint/suspicious/noExplicitAny: each caller declares its own overloads, which no one type can have
  (...values: ReadonlyArray<any>): any =>
    values.length > 1 ? compile(values[1])(values[0]) : compile(values[0])
