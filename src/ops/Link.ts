/**
 * A link to a page of the web app.
 *
 * @category Model
 * @since 0.1.0
 */
export interface Link {
  /** The text to show. */
  readonly name: string
  /** The address. */
  readonly url: string
}
