import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as Plot from '@observablehq/plot'
import { JSDOM } from 'jsdom'
import { root } from '../process/paths.ts'
import type { GrowthPoint } from './growthPoint.ts'

const FOLDER = join(root, 'docs/images')

/** Of a middle lightness, so that they can be read on white and on black. */
const COLORS = { ours: '#4c8dd6', floor: '#c07a1e', words: '#808080' } as const

interface Dot {
  readonly runs: number
  readonly value: number
  readonly side: 'ours' | 'floor'
}

const chart = (document: Document, label: string, dots: ReadonlyArray<Dot>): Element => {
  const last = dots.filter(({ runs }) => runs === Math.max(...dots.map((dot) => dot.runs)))
  const lines = { x: 'runs', y: 'value', stroke: (dot: Dot) => COLORS[dot.side] }
  return Plot.plot({
    document,
    width: 640,
    height: 320,
    marginLeft: 56,
    marginRight: 48,
    marginTop: 36,
    marginBottom: 44,
    style: { background: 'transparent', color: COLORS.words, fontSize: '13px' },
    x: {
      type: 'log',
      label: 'runs',
      labelOffset: 40,
      ticks: dots.map(({ runs }) => runs),
      tickFormat: (runs: number) => runs.toLocaleString('en'),
    },
    y: { label, zero: true, grid: true, nice: true },
    marks: [
      Plot.line(dots, { ...lines, strokeWidth: 2 }),
      Plot.dot(dots, { ...lines, fill: (dot: Dot) => COLORS[dot.side] }),
      Plot.text(last, {
        x: 'runs',
        y: 'value',
        text: 'side',
        fill: (dot: Dot) => COLORS[dot.side],
        textAnchor: 'start',
        dx: 8,
      }),
    ],
  })
}

const write = (name: string, label: string, dots: ReadonlyArray<Dot>): string => {
  const { document } = new JSDOM('').window
  const picture = chart(document, label, dots)
  // Outside of a page, SVG names its own namespace.
  picture.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  picture.setAttribute('role', 'img')
  picture.setAttribute('aria-label', `${label}, by the number of runs: ours and the floor`)
  const path = join(FOLDER, name)
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(path, `${picture.outerHTML}\n`)
  return path
}

const dotsOf = (points: ReadonlyArray<GrowthPoint>, of: (point: GrowthPoint) => readonly [number, number]) =>
  points.flatMap((point): ReadonlyArray<Dot> => {
    const [ours, floor] = of(point)
    return [
      { runs: point.runs, value: ours, side: 'ours' },
      { runs: point.runs, value: floor, side: 'floor' },
    ]
  })

/** Draws time and memory against the number of runs, as SVG files in docs/images, and gives their paths. */
export const drawGrowth = (points: ReadonlyArray<GrowthPoint>): ReadonlyArray<string> => [
  write(
    'performance-growth-time.svg',
    'microseconds a run',
    dotsOf(points, ({ oursSeconds, floorSeconds }) => [oursSeconds * 1e6, floorSeconds * 1e6]),
  ),
  write(
    'performance-growth-memory.svg',
    'MB above the start',
    dotsOf(points, ({ oursMb, floorMb }) => [oursMb, floorMb]),
  ),
]
