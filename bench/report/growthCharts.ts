import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as Plot from '@observablehq/plot'
import { JSDOM } from 'jsdom'
import { root } from '../process/paths.ts'

/** The cost of streaming a project of this many runs. */
export interface GrowthPoint {
  readonly runs: number
  /** Seconds per run. */
  readonly oursSeconds: number
  readonly floorSeconds: number
  /** Megabytes above the start of the process. */
  readonly oursMb: number
  readonly floorMb: number
}

const FOLDER = join(root, 'docs/images')

/** Of medium lightness, to be readable on white and on black. */
const COLORS = { ours: '#4c8dd6', floor: '#c07a1e', text: '#808080' } as const

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
    style: { background: 'transparent', color: COLORS.text, fontSize: '13px' },
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

const writeChart = (name: string, label: string, dots: ReadonlyArray<Dot>): string => {
  const { document } = new JSDOM('').window
  const svg = chart(document, label, dots)
  // A standalone SVG file must declare its namespace.
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', `${label} by number of runs, for ours and the floor`)
  const path = join(FOLDER, name)
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(path, `${svg.outerHTML}\n`)
  return path
}

const toDots = (points: ReadonlyArray<GrowthPoint>, values: (point: GrowthPoint) => readonly [number, number]) =>
  points.flatMap((point): ReadonlyArray<Dot> => {
    const [ours, floor] = values(point)
    return [
      { runs: point.runs, value: ours, side: 'ours' },
      { runs: point.runs, value: floor, side: 'floor' },
    ]
  })

/** Writes charts of time and memory by number of runs to docs/images, and returns their paths. */
export const writeGrowthCharts = (points: ReadonlyArray<GrowthPoint>): ReadonlyArray<string> => [
  writeChart(
    'performance-growth-time.svg',
    'microseconds per run',
    toDots(points, ({ oursSeconds, floorSeconds }) => [oursSeconds * 1e6, floorSeconds * 1e6]),
  ),
  writeChart(
    'performance-growth-memory.svg',
    'MB above the start',
    toDots(points, ({ oursMb, floorMb }) => [oursMb, floorMb]),
  ),
]
