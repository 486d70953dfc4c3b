/** Ends the check of a file. The reader of the column catches this and returns `FileUnreadable`. */
export const damage = (detail: string): never => {
  throw new Error(detail)
}
