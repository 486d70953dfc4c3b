/** Whether a function returns instead of throwing. */
export const isTotal =
  <A>(f: (input: A) => unknown) =>
  (input: A): boolean => {
    try {
      f(input)
      return true
    } catch {
      return false
    }
  }
