/** A text as SQL has it. Nothing but the quote itself means anything between quotes. */
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A name as SQL has it: of a table, or of a column. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A list of texts as SQL has it. */
export const quotedTexts = (texts: ReadonlyArray<string>): string => `[${texts.map(quotedText).join(', ')}]`

/** What DuckDB takes for this very path, although it takes paths for patterns. */
export const literalPath = (path: string): string => path.replace(/[*?[]/g, '[$&]')
