/** A row as pairs of column name and value; columns without a value are left out. */
export type Row = ReadonlyArray<readonly [name: string, value: unknown]>
