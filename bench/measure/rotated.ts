/** The sides in the order of a round: each round begins with another one, so that none is always after the same. */
export const rotated = <A>(sides: ReadonlyArray<A>, round: number): ReadonlyArray<A> => {
  const from = round % sides.length
  return [...sides.slice(from), ...sides.slice(0, from)]
}
