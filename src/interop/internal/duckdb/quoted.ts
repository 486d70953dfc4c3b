/** Quotes a string for SQL, where only the quote itself needs an escape. */
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Quotes the name of a table or a column for SQL. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Formats a list of strings for SQL. */
export const quotedTexts = (texts: ReadonlyArray<string>): string => `[${texts.map(quotedText).join(', ')}]`

/** Escapes a path, which DuckDB reads as a glob pattern. */
export const literalPath = (path: string): string => path.replace(/[*?[]/g, '[$&]')
