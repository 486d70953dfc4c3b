/**
 * A link to a page of the web app.
 *
 * @category Model
 * @since 0.1.0
 */
export interface Link {
  /** What to show. */
  readonly name: string
  /** Where it leads. */
  readonly url: string
}
