const BRAILLE = 0x2800

/** The bit of each dot of a braille character, column by column. */
const DOTS = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const

/** The size of a canvas, and whether a character is one dot or eight. */
export interface CanvasOptions {
  readonly columns: number
  readonly rows: number
  /** One character for each line, for what cannot show colours; otherwise, lines are drawn in braille dots. */
  readonly marks?: ReadonlyArray<string> | undefined
}

/** Draws lines into a grid of characters. Where two lines meet, the character belongs to the later one. */
export class Canvas {
  /** The number of dots in a row. */
  readonly width: number
  /** The number of dots in a column. */
  readonly height: number
  readonly #options: CanvasOptions
  readonly #bits: Uint8Array
  readonly #owners: Int16Array

  constructor(options: CanvasOptions) {
    const { columns, rows, marks } = options
    this.#options = options
    this.width = marks === undefined ? columns * 2 : columns
    this.height = marks === undefined ? rows * 4 : rows
    this.#bits = new Uint8Array(columns * rows)
    this.#owners = new Int16Array(columns * rows).fill(-1)
  }

  /** Sets a dot; `y` counts from the top. */
  set(x: number, y: number, owner: number): void {
    const { columns, marks } = this.#options
    const [across, down] = marks === undefined ? [2, 4] : [1, 1]
    const cell = Math.floor(y / down) * columns + Math.floor(x / across)
    const bit = marks === undefined ? (DOTS[x % 2]?.[y % 4] ?? 0) : 1
    this.#bits[cell] = (this.#bits[cell] ?? 0) | bit
    this.#owners[cell] = owner
  }

  /** Draws a straight line between two dots. */
  line(x0: number, y0: number, x1: number, y1: number, owner: number): void {
    const count = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1)
    for (let at = 0; at <= count; at += 1)
      this.set(Math.round(x0 + ((x1 - x0) * at) / count), Math.round(y0 + ((y1 - y0) * at) / count), owner)
  }

  /** Returns the text of a row; `paint` colours a part of it that belongs to one line. */
  row(row: number, paint: (text: string, owner: number) => string): string {
    const { columns, marks } = this.#options
    let text = ''
    let part = ''
    let owner = -1
    const flush = (): void => {
      text += owner < 0 ? part : paint(part, owner)
      part = ''
    }
    for (let cell = row * columns; cell < (row + 1) * columns; cell += 1) {
      const other = this.#owners[cell] ?? -1
      if (other !== owner) flush()
      owner = other
      const mark = marks?.[owner % marks.length] ?? String.fromCodePoint(BRAILLE + (this.#bits[cell] ?? 0))
      part += owner < 0 ? ' ' : mark
    }
    flush()
    return text.trimEnd()
  }
}
