/** A value of Thrift's compact protocol, in which the metadata of Parquet files is written. */
export type Thrift =
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | ReadonlyArray<Thrift>
  | { readonly [field: number]: Thrift | undefined }

const isList = (value: Thrift): value is ReadonlyArray<Thrift> => Array.isArray(value)

const typeOf = (value: Thrift): number => {
  if (typeof value === 'boolean') return value ? 1 : 2
  if (typeof value === 'number') return 5
  if (typeof value === 'bigint') return 6
  if (typeof value === 'string' || value instanceof Uint8Array) return 8
  return isList(value) ? 9 : 12
}

export const varint = (value: bigint | number): ReadonlyArray<number> => {
  const bytes: Array<number> = []
  let rest = BigInt(value)
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80)
  return [...bytes, Number(rest)]
}

const zigzag = (value: bigint | number): ReadonlyArray<number> => {
  const whole = BigInt(value)
  return varint(whole < 0n ? -whole * 2n - 1n : whole * 2n)
}

/** The bytes of a value without its type. A byte array stands for itself, so that it can be anything. */
export const thrift = (value: Thrift): ReadonlyArray<number> => {
  if (typeof value === 'boolean') return []
  if (typeof value === 'number' || typeof value === 'bigint') return zigzag(value)
  if (value instanceof Uint8Array) return [...value]
  if (typeof value === 'string') return [...varint(value.length), ...new TextEncoder().encode(value)]
  if (isList(value)) {
    const type = value.length === 0 ? 12 : typeOf(value[0] ?? 0)
    return [0xf0 | type, ...varint(value.length), ...value.flatMap((element) => [...thrift(element)])]
  }
  let last = 0
  const bytes = Object.entries(value).flatMap(([key, field]) => {
    if (field === undefined) return []
    const number = Number(key)
    const step = number - last
    const head = step < 16 ? [(step << 4) | typeOf(field)] : [typeOf(field), ...zigzag(number)]
    last = number
    return [...head, ...thrift(field)]
  })
  return [...bytes, 0]
}

const bytesOf = (...parts: ReadonlyArray<ReadonlyArray<number>>): Uint8Array => Uint8Array.from(parts.flat())

const int32 = (value: number): ReadonlyArray<number> => [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff)

/** What a page says, and what it has. */
interface PageParts {
  readonly body: ReadonlyArray<number>
  readonly values: number
  readonly encoding?: number
  readonly uncompressed?: number
  readonly compressed?: number
}

export const dataPage = ({ body, values, encoding = 0, ...sizes }: PageParts): ReadonlyArray<number> => [
  ...thrift({
    1: 0,
    2: sizes.uncompressed ?? body.length,
    3: sizes.compressed ?? body.length,
    5: { 1: values, 2: encoding, 3: 3, 4: 3 },
  }),
  ...body,
]

export const dictionaryPage = ({ body, values, ...sizes }: PageParts): ReadonlyArray<number> => [
  ...thrift({
    1: 2,
    2: sizes.uncompressed ?? body.length,
    3: sizes.compressed ?? body.length,
    7: { 1: values, 2: 0 },
  }),
  ...body,
]

/** A page of the second version, of which `levels` bytes are those of definition. */
export const secondPage = (
  { body, values, encoding = 0, ...sizes }: PageParts,
  levels: number,
  nulls = 0,
): ReadonlyArray<number> => [
  ...thrift({
    1: 3,
    2: sizes.uncompressed ?? body.length,
    3: sizes.compressed ?? body.length,
    8: { 1: values, 2: nulls, 3: values, 4: encoding, 5: levels, 6: 0, 7: false },
  }),
  ...body,
]

/** The levels of a page of the first version, before which their length stands. */
export const levels = (...bytes: ReadonlyArray<number>): ReadonlyArray<number> => [...int32(bytes.length), ...bytes]

/** A range of one repeated value of less than a byte. */
export const repeat = (count: number, value: number): ReadonlyArray<number> => [...varint(count * 2), value]

export const text = (length: number): ReadonlyArray<number> => [...int32(length), ...Array.from({ length }, () => 0x61)]

export const doubles = (count: number): ReadonlyArray<number> => Array.from({ length: count * 8 }, () => 0)

/** What is forged in a file of ten rows: steps, and a metric `a` of numbers. */
export interface Forgery {
  readonly rows?: bigint
  readonly steps?: ReadonlyArray<number>
  readonly pages?: ReadonlyArray<number>
  readonly codec?: number
  readonly type?: number
  readonly values?: bigint
  /** The schema of the metric, and the path to its leaf. */
  readonly elements?: ReadonlyArray<Thrift>
  readonly path?: ReadonlyArray<string>
  readonly offset?: bigint
  readonly size?: bigint
  /** More fields of the metadata. */
  readonly more?: { readonly [field: number]: Thrift }
}

const ROWS = 10

const stepPage = dataPage({
  values: ROWS,
  body: Array.from({ length: ROWS }, (_, step) => [step, 0, 0, 0, 0, 0, 0, 0]).flat(),
})

/** The pages of a metric that is as it should be. */
const metricPages = dataPage({ values: ROWS, body: [...levels(...repeat(ROWS, 1)), ...doubles(ROWS)] })

/** Writes a Parquet file, in which everything that is not forged is as it should be. */
export const forge = (forgery: Forgery): Uint8Array => {
  const { rows = BigInt(ROWS), steps = stepPage, pages = metricPages, codec = 0, type = 5, path = ['a'] } = forgery
  const { elements = [{ 1: type, 3: 1, 4: 'a' }], values = rows, offset, size, more } = forgery
  const chunk = (kind: number, names: ReadonlyArray<string>, count: bigint, at: bigint, length: bigint) => ({
    2: 0n,
    3: { 1: kind, 2: [0], 3: names, 4: codec, 5: count, 6: length, 7: length, 9: at },
  })
  const stepsAt = 4n
  const metricAt = stepsAt + BigInt(steps.length)
  const columns = [
    chunk(2, ['_step'], rows, stepsAt, BigInt(steps.length)),
    chunk(type, path, values, offset ?? metricAt, size ?? BigInt(pages.length)),
  ]
  const footer = thrift({
    1: 1,
    2: [{ 4: 'schema', 5: 2 }, { 1: 2, 3: 0, 4: '_step' }, ...elements],
    3: rows,
    4: [{ 1: columns, 2: 100n, 3: rows }],
    ...more,
  })
  const magic = [...'PAR1'].map((letter) => letter.charCodeAt(0))
  return bytesOf(magic, steps, pages, footer, int32(footer.length), magic)
}
