import { DuckDBInstance } from '@duckdb/node-api'

export interface Asked {
  readonly text: string
  readonly string: string
  /** Whether the text matches the string. */
  readonly isFound: boolean
}

/** The cases on which DuckDB disagrees. An expression that it rejects is an error. */
export const duckdbDenies = async (cases: ReadonlyArray<Asked>): Promise<ReadonlyArray<Asked>> => {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run('CREATE TABLE cases (id INTEGER, text VARCHAR, string VARCHAR, found BOOLEAN)')
  const appender = await connection.createAppender('cases')
  cases.forEach(({ text, string, isFound }, at) => {
    appender.appendInteger(at)
    appender.appendVarchar(text)
    appender.appendVarchar(string)
    appender.appendBoolean(isFound)
    appender.endRow()
  })
  appender.closeSync()
  const denied = await connection.runAndReadAll(
    'SELECT id FROM cases WHERE regexp_matches(string, text) <> found ORDER BY id LIMIT 5',
  )
  connection.closeSync()
  instance.closeSync()
  return denied.getRows().flatMap(([at]) => cases[Number(at)] ?? [])
}
