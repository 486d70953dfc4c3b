/** A declaration that an entry point exports. */
export interface PublicDeclaration {
  readonly name: string
  readonly path: string
  readonly line: number
  /** The names of its block and modifier tags. */
  readonly tags: ReadonlyArray<string>
  /** The fields of an interface that have no comment. */
  readonly bareFields: ReadonlyArray<string>
}

/** Everything public says its category and since when it is there. */
export const docTagsRule = ({ name, path, line, tags }: PublicDeclaration): ReadonlyArray<string> =>
  tags.includes('internal')
    ? []
    : ['category', 'since'].filter((tag) => !tags.includes(tag)).map((tag) => `${path}:${line}: ${name} has no @${tag}`)

/** Every field of a public interface says what it holds. */
export const fieldDocsRule = ({ name, path, line, tags, bareFields }: PublicDeclaration): ReadonlyArray<string> =>
  tags.includes('internal') ? [] : bareFields.map((field) => `${path}:${line}: ${name}.${field} has no comment`)
