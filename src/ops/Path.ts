/**
 * The path to a value in nested dicts and arrays: a key for each dict, an index for each array. Keys are used as
 * is: `val/loss` and `optimizer.lr` are one key each.
 *
 * @category Model
 * @since 0.1.0
 */
export type Path = ReadonlyArray<string | number>
