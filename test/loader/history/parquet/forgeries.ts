import {
  dataPage,
  dictionaryPage,
  doubles,
  type Forgery,
  forge,
  levels,
  repeat,
  secondPage,
  type Thrift,
  text,
  thrift,
  varint,
} from './forge.ts'

const ROWS = 10
const MOST = 2 ** 31 - 1

const MEGABYTE = 1_000_000

const present = levels(...repeat(ROWS, 1))

/** A page of a metric with other values, after levels that are right. */
const page = (body: ReadonlyArray<number>, encoding: number): ReadonlyArray<number> =>
  dataPage({ values: ROWS, body: [...present, ...body], encoding })

const many = (count: number, byte: number): ReadonlyArray<number> => Array.from({ length: count }, () => byte)

/** Numbers as differences: blocks, their parts, the count and the first, and the bytes after it. */
const deltas = (block: number, parts: number, count: number, ...rest: ReadonlyArray<number>): ReadonlyArray<number> => [
  ...varint(block),
  ...varint(parts),
  ...varint(count),
  ...rest,
]

/** Packs values as bits. */
const packed = (values: ReadonlyArray<number>, width: number): ReadonlyArray<number> => {
  const bits = values.reduceRight((all, value) => (all << BigInt(width)) | BigInt(value), 0n)
  return Array.from({ length: (values.length * width) / 8 }, (_, at) => Number((bits >> BigInt(8 * at)) & 0xffn))
}

const strings = { type: 6 }
const integers = { type: 1 }
const fixed = (length: number, more: { readonly [field: number]: Thrift } = {}) => ({
  type: 7,
  elements: [{ 1: 7, 2: length, 3: 1, 4: 'a', ...more }],
})

/** A struct of structs, with as many levels. */
const deepSchema = (depth: number) => ({
  elements: [
    ...Array.from({ length: depth }, (_, at) => ({ 3: 1, 4: at === 0 ? 'a' : 'b', 5: 1 })),
    { 1: 5, 3: 1, 4: 'c' },
  ],
  path: ['a', ...Array.from({ length: depth - 1 }, () => 'b'), 'c'],
})

const levelsAndValues = (...bytes: ReadonlyArray<number>): Forgery => ({
  pages: dataPage({ values: ROWS, body: [...levels(...bytes), ...doubles(ROWS)] }),
})

const forgeries: Readonly<Record<string, Forgery>> = {
  'a level that is repeated without end': levelsAndValues(...repeat(2 ** 30, 1)),
  'a level that is repeated without end, in the second version': {
    pages: secondPage({ values: ROWS, body: [...repeat(2 ** 30, 1), ...doubles(ROWS)] }, repeat(2 ** 30, 1).length),
  },
  'a level of no value that is repeated without end': {
    pages: dataPage({ values: ROWS, body: levels(...repeat(2 ** 30, 0)) }),
  },
  'an index that is repeated without end': {
    pages: [...dictionaryPage({ values: 1, body: doubles(1) }), ...page([1, ...repeat(2 ** 30, 0)], 8)],
  },
  'packed levels without end': levelsAndValues(...varint(2 ** 31 + 1), 0xff, 0xff),
  'levels that end': levelsAndValues(),
  'levels beyond the page': {
    pages: dataPage({ values: ROWS, body: [0xff, 0xff, 0xff, 0x7f, ...repeat(ROWS, 1), ...doubles(ROWS)] }),
  },
  'a level that is too high': levelsAndValues(...repeat(ROWS, 2)),
  'a page with more values than its column': {
    pages: dataPage({ values: MOST, body: [...levels(...repeat(MOST, 0))] }),
  },
  'a page with fewer values than its column': {
    pages: dataPage({ values: 9, body: [...levels(...repeat(9, 1)), ...doubles(9)] }),
  },
  'a page with a negative number of values': { pages: dataPage({ values: -1, body: [...present, ...doubles(ROWS)] }) },
  'a page of a negative size': { pages: dataPage({ values: ROWS, body: [], compressed: -100, uncompressed: -100 }) },
  'a page that ends beyond its column': {
    pages: dataPage({ values: ROWS, body: [...present, ...doubles(ROWS)], compressed: MOST, uncompressed: MOST }),
  },
  'pages without values': { pages: Array.from({ length: 1000 }, () => dataPage({ values: 0, body: [] })).flat() },
  'values that end': { pages: page(doubles(ROWS - 1), 0) },
  'more values than there are': { pages: page(doubles(ROWS + 1), 0) },
  'texts beyond the page': { ...strings, pages: page([...text(3), 0xff, 0xff, 0xff, 0xff], 0) },
  'an unknown encoding': { pages: page(doubles(ROWS), 77) },
  'an encoding that does not fit': { pages: page(deltas(128, 4, ROWS, 0, 0, 0, 0, 0, 0), 5) },
  'levels where numbers should be': { pages: page([3, ...repeat(ROWS, 1)], 3) },
  'indexes without a dictionary': { pages: page([1, ...repeat(ROWS, 0)], 8) },
  'indexes beyond the dictionary': {
    pages: [...dictionaryPage({ values: 1, body: doubles(1) }), ...page([2, ...repeat(ROWS, 3)], 8)],
  },
  'packed indexes beyond the dictionary': {
    pages: [...dictionaryPage({ values: 1, body: doubles(1) }), ...page([2, 5, 0xff, 0xff, 0xff, 0xff], 8)],
  },
  'indexes of no bits into an empty dictionary': {
    pages: [...dictionaryPage({ values: 0, body: [] }), ...page([0], 8)],
  },
  'indexes of too many bits': {
    pages: [...dictionaryPage({ values: 1, body: doubles(1) }), ...page([255, ...many(400, 0)], 8)],
  },
  'a dictionary of many values': { pages: [...dictionaryPage({ values: MOST, body: [] }), ...page([1, 0], 8)] },
  'a dictionary after the values': {
    pages: [
      ...dataPage({ values: 5, body: [...levels(...repeat(5, 1)), ...doubles(5)] }),
      ...dictionaryPage({ values: 1, body: doubles(1) }),
      ...dataPage({ values: 5, body: [...levels(...repeat(5, 1)), ...doubles(5)] }),
    ],
  },
  'a small page that becomes two gigabytes': {
    codec: 1,
    steps: dataPage({ values: ROWS, body: varint(MOST), uncompressed: MOST }),
  },
  'Snappy with a length that goes back': {
    codec: 1,
    steps: dataPage({
      values: ROWS,
      body: [...varint(80), 0xfc, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0],
      uncompressed: 80,
    }),
  },
  'Snappy that copies from before its beginning': {
    codec: 1,
    steps: dataPage({ values: ROWS, body: [...varint(80), 0xfe, 0xff, 0xff, 0xff, 0xff], uncompressed: 80 }),
  },
  'differences in no blocks': { ...integers, pages: page(deltas(128, 0, ROWS, 0, 0), 5) },
  'differences in blocks of no size': { ...integers, pages: page(deltas(0, 4, ROWS, 0, 0, 0, 0, 0, 0), 5) },
  'differences in blocks of a broken size': { ...integers, pages: page(deltas(100, 3, ROWS, 0, 0, 0, 0, 0), 5) },
  'differences in two thousand million blocks': { ...integers, pages: page(deltas(MOST, MOST, ROWS, 0, 0), 5) },
  'differences of too many bits': { ...integers, pages: page(deltas(128, 4, ROWS, 0, 0, 255, 0, 0, 0), 5) },
  'texts of negative lengths': { ...strings, pages: page(deltas(128, 4, ROWS, 9, 0, 0, 0, 0, 0), 6) },
  'texts that repeat more than there was': {
    ...strings,
    pages: page([...deltas(128, 4, ROWS, 8, 0, 0, 0, 0, 0), ...deltas(128, 4, ROWS, 2, 0, 0, 0, 0, 0), 1], 7),
  },
  'texts of a megabyte, a hundred thousand times': {
    ...strings,
    rows: 100_000n,
    steps: dataPage({ values: 100_000, body: many(800_000, 0) }),
    pages: dataPage({
      values: 100_000,
      encoding: 7,
      body: [
        ...levels(...repeat(100_000, 1)),
        // The first text is stored, and each other one repeats it.
        ...deltas(128, 1, 100_000, 0, ...thrift(0), 20, ...packed([MEGABYTE, ...many(127, 0)], 20), ...many(1562, 0)),
        ...deltas(128, 1, 100_000, ...thrift(MEGABYTE), ...thrift(-MEGABYTE), 20),
        ...[...packed([0, ...many(127, MEGABYTE)], 20), ...many(1562, 0)],
        ...many(MEGABYTE, 0x61),
      ],
    }),
  },
  'numbers of a length that is none': { ...fixed(0), pages: page([], 0) },
  'numbers of a negative length': { ...fixed(-8), pages: page([], 0) },
  'decimals of a hundred kilobytes': {
    ...fixed(100_000, { 6: 5, 7: 2, 8: 9 }),
    pages: [...dictionaryPage({ values: 1, body: many(100_000, 1) }), ...page([1, ...repeat(ROWS, 0)], 8)],
  },
  'bytes of a megabyte, a hundred thousand times': {
    ...fixed(MEGABYTE),
    rows: 100_000n,
    steps: dataPage({ values: 100_000, body: many(800_000, 0) }),
    pages: [
      ...dictionaryPage({ values: 1, body: many(MEGABYTE, 1) }),
      ...dataPage({
        values: 100_000,
        body: [...levels(...repeat(100_000, 1)), 1, ...repeat(100_000, 0)],
        encoding: 8,
      }),
    ],
  },
  'a thousand million rows of one step': {
    rows: 1_000_000_000n,
    steps: [
      ...dictionaryPage({ values: 1, body: many(8, 0) }),
      ...dataPage({ values: 1_000_000_000, body: [1, ...repeat(1_000_000_000, 0)], encoding: 8 }),
    ],
    pages: dataPage({ values: 1_000_000_000, body: levels(...repeat(1_000_000_000, 0)) }),
  },
  'a list of a thousand million elements': {
    values: 1_000_000_000n,
    elements: [{ 1: 5, 3: 2, 4: 'a' }],
    pages: dataPage({
      values: 1_000_000_000,
      body: [...levels(...repeat(ROWS, 0), ...repeat(999_999_990, 1)), ...levels(...repeat(1_000_000_000, 0))],
    }),
  },
  'a row group of fewer rows than its file': { rows: 10n, more: { 3: 0n } },
  'a file of more rows than its row group': { more: { 3: 2n ** 62n } },
  'a negative number of rows': { rows: -10n },
  'a row group of many rows': { rows: 2n ** 50n },
  'a column beyond the file': { offset: 2n ** 40n },
  'a column before the file': { offset: -8n },
  'a column of a negative size': { size: -8n },
  'a column of an enormous size': { size: 2n ** 62n },
  'two columns in one place': { offset: 4n },
  'a column of another type than its schema': { type: 2, elements: [{ 1: 5, 3: 1, 4: 'a' }] },
  'a column of another name than its schema': { path: ['b'] },
  'two columns of one name': { elements: [{ 1: 5, 3: 1, 4: '_step' }], path: ['_step'] },
  'a schema without end': { elements: [{ 3: 1, 4: 'a', 5: MOST }] },
  'a schema of a negative number of columns': { elements: [{ 3: 1, 4: 'a', 5: -1 }] },
  'a schema that is nested too deeply': deepSchema(5000),
  'an unknown compression': { codec: 9 },
  'geometries, which no history has': { ...strings, elements: [{ 1: 6, 3: 1, 4: 'a', 10: { 17: {} } }] },
}

/** Bytes at the end of the metadata, as a field that no reader knows. */
const footers: Readonly<Record<string, ReadonlyArray<number>>> = {
  'metadata that is nested without end': many(500_000, 0x1c),
  'lists that are nested without end': [0x19, ...many(500_000, 0x19)],
  'a list that is longer than the file': [0x19, 0xf9, ...varint(30_000_000), 0xf9, ...varint(30_000_000)],
  'a text that is longer than the file': [0x18, ...varint(MOST)],
  'a number of half a megabyte': [0x16, ...many(500_000, 0xff), 1],
  'a field of an unknown type': [0x1e],
  'metadata that does not end': [0x16],
}

const withFooter = (bytes: ReadonlyArray<number>): Uint8Array => {
  const file = forge({})
  const at = file.length - 9
  const forged = Uint8Array.from([...file.subarray(0, at), ...bytes, ...file.subarray(at)])
  const view = new DataView(forged.buffer)
  view.setUint32(forged.length - 8, view.getUint32(forged.length - 8, true) + bytes.length, true)
  return forged
}

/** The name of each forgery, and its file. */
export const forgedFiles = (): ReadonlyArray<readonly [string, Uint8Array]> => [
  ...Object.entries(forgeries).map(([name, forgery]) => [name, forge(forgery)] as const),
  ...Object.entries(footers).map(([name, bytes]) => [name, withFooter(bytes)] as const),
]
