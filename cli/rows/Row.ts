/** A row: its cells with the names of their columns; a column that the row does not have is not in it. */
export type Row = ReadonlyArray<readonly [name: string, value: unknown]>
