/** Returns numbers from 0 up to a bound that it excludes: always the same for one seed. */
export type Random = (bound: number) => number

export const randomOf = (seed: number): Random => {
  let state = seed >>> 0
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
  }
}

type Damage = (file: Uint8Array, random: Random, other: Uint8Array) => Uint8Array

const joined = (...parts: ReadonlyArray<Uint8Array>): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The length of the footer, with its own length and the magic number. */
const footerOf = (file: Uint8Array): number =>
  new DataView(file.buffer, file.byteOffset, file.length).getUint32(file.length - 8, true) + 8

/** Somewhere in the file: half of the time in its footer. */
const placeIn = (file: Uint8Array, random: Random): number => {
  const footer = footerOf(file)
  return random(2) === 0 ? random(file.length) : file.length - 1 - random(footer)
}

const changeByte = (file: Uint8Array, random: Random): void => {
  const at = placeIn(file, random)
  const old = file[at] ?? 0
  file[at] = [random(256), old ^ (1 << random(8)), old + 1, old - 1, 0, 0xff, 0x7f, 0x80][random(8)] ?? 0
}

const oneByte: Damage = (file, random) => {
  const copy = file.slice()
  changeByte(copy, random)
  return copy
}

const severalBytes: Damage = (file, random) => {
  const copy = file.slice()
  for (let left = 2 + random(15); left > 0; left -= 1) changeByte(copy, random)
  return copy
}

/** Cuts the end, the beginning, or bytes within. */
const truncate: Damage = (file, random) => {
  const from = random(file.length)
  const kind = random(3)
  if (kind === 0) return file.slice(0, from)
  return kind === 1 ? file.slice(from) : joined(file.slice(0, from), file.slice(from + 1 + random(64)))
}

/** Puts bytes of another file, or of another place, into a file. */
const splice: Damage = (file, random, other) => {
  const source = random(2) === 0 ? file : other
  const from = random(source.length)
  const part = source.slice(from, from + 1 + random(200))
  const at = placeIn(file, random)
  return joined(file.slice(0, at), part, file.slice(at + (random(2) === 0 ? part.length : 0)))
}

/** Numbers as they are stored in metadata: extreme ones, positive and negative. */
const NUMBERS: ReadonlyArray<ReadonlyArray<number>> = [
  ...[[0], [1], [2], [0x7f], [0xff, 0x01], [0x80, 0x80, 0x04], [0xfe, 0xff, 0xff, 0xff, 0x07]],
  ...[
    [0xff, 0xff, 0xff, 0xff, 0x0f],
    [0xfe, 0xff, 0xff, 0xff, 0x0f],
    [0x80, 0x80, 0x80, 0x80, 0x10],
  ],
  ...[[0xfe, ...Array.from({ length: 8 }, () => 0xff), 0x01], Array.from({ length: 300 }, () => 0xff)],
]

/** Lets the footer tell another number, and its right length. */
const lie: Damage = (file, random) => {
  const footer = footerOf(file)
  const at = file.length - footer + random(Math.max(1, footer - 8))
  const number = Uint8Array.from(NUMBERS[random(NUMBERS.length)] ?? [])
  const copy = joined(file.slice(0, at), number, file.slice(at + 1 + random(number.length)))
  const length = Math.max(0, footer - 8 + copy.length - file.length)
  if (copy.length >= 8) new DataView(copy.buffer).setUint32(copy.length - 8, length, true)
  return copy
}

/** Puts extreme numbers where a page may have its header or its levels. */
const liePage: Damage = (file, random) => {
  const copy = file.slice()
  const at = random(Math.max(1, file.length - footerOf(file)))
  copy.set((NUMBERS[random(NUMBERS.length)] ?? []).slice(0, file.length - at), at)
  return copy
}

const KINDS = { oneByte, severalBytes, truncate, splice, lie, liePage }

/** Damages a file in one of several ways. */
export const damageFile = (
  file: Uint8Array,
  other: Uint8Array,
  random: Random,
): { readonly kind: string; readonly bytes: Uint8Array } => {
  const kinds = Object.entries(KINDS)
  // Every second file has one wrong byte.
  const [kind, damage] = kinds[random(2) === 0 ? 0 : random(kinds.length)] ?? ['oneByte', oneByte]
  return { kind, bytes: damage(file, random, other) }
}
