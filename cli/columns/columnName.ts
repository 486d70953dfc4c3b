import type { Dict } from './fieldColumns.ts'

/** The name of an entry's column, in the spelling that `--columns` reads: `config.lr`, `config["a.b"]`. */
export const columnName = (dict: Dict, key: string): string =>
  /^[^.,[\]"*\s][^.,[\]"]*$/.test(key) && key === key.trim() ? `${dict}.${key}` : `${dict}[${JSON.stringify(key)}]`
