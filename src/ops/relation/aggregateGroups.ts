import type { Aggregate } from '../../query/Aggregate.ts'
import { type Column, isTime } from '../../query/Column.ts'
import { isNone } from '../../types/wire/own.ts'
import { copyDate } from '../ownValue.ts'
import {
  type Add,
  type ChosenRows,
  type Counts,
  countRows,
  extremeRows,
  outerRows,
  type Sums,
  sumNumbers,
} from './accumulators.ts'
import type { Measures } from './CellColumn.ts'
import { collectNumbersOfGroups } from './groupNumbers.ts'
import type { RowGroups } from './groupRows.ts'
import { quantileOfSorted, spreadOf, sumDividedBy } from './numbers.ts'
import { BLOCK, columnKey, type RowSource } from './RowSource.ts'
import type { Scan } from './scanBlocks.ts'

/** The value of an aggregate for each group. */
export type GroupValues = (group: number) => unknown

/** Returns what `make` makes for a key: the same for the same key. */
type Share = <A>(key: string, make: () => A) => A

export const sharing = (): Share => {
  const made = new Map<string, unknown>()
  return <A>(key: string, make: () => A): A => {
    if (!made.has(key)) made.set(key, make())
    return made.get(key) as A
  }
}

/** What is done with each block of rows, in order, for some aggregates; what several need is done once. */
const makeSteps = (source: RowSource) => {
  const blockSize = Math.min(BLOCK, source.length)
  const share = sharing()
  const adds: Array<Add> = []
  const step = <A extends { readonly add: Add }>(key: string, make: () => A): A =>
    share(key, () => {
      const made = make()
      adds.push(made.add)
      return made
    })
  const measuresOf = (column: Column): Measures =>
    share(`measures ${columnKey(column)}`, () => {
      const measures: Measures = {}
      const { measure } = source.columnOf(column)
      adds.push((rows, count) => measure(rows, count, measures))
      return measures
    })
  const numbersOf = (column: Column): Float64Array => {
    const measures = measuresOf(column)
    measures.numbers ??= new Float64Array(blockSize)
    return measures.numbers
  }
  const timesOf = (column: Column): Float64Array => {
    const measures = measuresOf(column)
    measures.times ??= new Float64Array(blockSize)
    return measures.times
  }
  const presenceOf = (column: Column): Uint8Array => {
    const measures = measuresOf(column)
    measures.presence ??= new Uint8Array(blockSize)
    return measures.presence
  }
  return {
    adds,
    rowCounts: () => step('rows', () => countRows()),
    counts: (column: Column) => {
      const present = presenceOf(column)
      return step(`counts ${columnKey(column)}`, () => countRows(present))
    },
    sums: (column: Column) => {
      const numbers = numbersOf(column)
      return step(`sums ${columnKey(column)}`, () => sumNumbers(numbers))
    },
    collected: (column: Column) => {
      const numbers = numbersOf(column)
      return step(`collected ${columnKey(column)}`, () => collectNumbersOfGroups(numbers))
    },
    extremes: (column: Column, isMin: boolean, ofTimes: boolean) => {
      const numbers = ofTimes ? timesOf(column) : numbersOf(column)
      return step(`extremes ${isMin} ${ofTimes} ${columnKey(column)}`, () => extremeRows(numbers, isMin ? 1 : -1))
    },
    outer: (column: Column, isFirst: boolean) => {
      const present = presenceOf(column)
      return step(`outer ${isFirst} ${columnKey(column)}`, () => outerRows(present, isFirst))
    },
  }
}

type Steps = ReturnType<typeof makeSteps>

/** The steps that compute a few figures per group. */
export interface FigureSteps {
  readonly rowCounts: () => Pick<Counts, 'countOf'>
  readonly counts: (column: Column) => Pick<Counts, 'countOf'>
  readonly sums: (column: Column) => Pick<Sums, 'countOf' | 'sumOf'>
  readonly extremes: (column: Column, isMin: boolean, ofTimes: boolean) => Pick<ChosenRows, 'rowOf'>
}

/** A scan of the rows with the group of each. */
export type GroupScan = (adds: ReadonlyArray<Add>) => void

/** Where the values of an aggregate come from after the scan. */
type Finish = (groupCount: number, scan: GroupScan) => GroupValues

const once = <A>(make: () => A): (() => A) => {
  let made: { readonly value: A } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** The sums of numbers, or their means. A sum that overflows is computed again, from numbers that are scaled down. */
const finishSums = (source: RowSource, column: Column, steps: FigureSteps, isMean: boolean): Finish => {
  const { sumOf, countOf } = steps.sums(column)
  return (groupCount, scan) => {
    const again = once(() => {
      const repeated = makeSteps(source)
      const { split } = repeated.collected(column)
      scan(repeated.adds)
      return split(groupCount)
    })
    return (group) => {
      const count = countOf(group)
      if (isMean && count === 0) return undefined
      const divisor = isMean ? count : 1
      const sum = sumOf(group)
      return Number.isFinite(sum) ? sum / divisor : sumDividedBy(again()(group), divisor)
    }
  }
}

const finishNumbers = (steps: Steps, column: Column, compute: (numbers: Float64Array) => unknown): Finish => {
  const { split } = steps.collected(column)
  return (groupCount) => {
    const numbersOf = split(groupCount)
    return (group) => compute(numbersOf(group))
  }
}

/** The value of a column in a row of each group. */
const finishRows = (source: RowSource, { rowOf }: Pick<ChosenRows, 'rowOf'>, column: Column): Finish => {
  const { value } = source.columnOf(column)
  return () => (group) => {
    const row = rowOf(group)
    return row === undefined ? undefined : copyDate(value(row))
  }
}

const quantileOf = (numbers: Float64Array, q: number): number | undefined => quantileOfSorted(numbers.slice().sort(), q)

/** Counts, sums and extremes, which need no more than a few figures per group. */
export const finishFigures = (aggregate: Aggregate, source: RowSource, steps: FigureSteps): Finish | undefined => {
  switch (aggregate._tag) {
    case 'Count': {
      // Stored JSON spells a count without a column with null.
      const { countOf } = isNone(aggregate.column) ? steps.rowCounts() : steps.counts(aggregate.column)
      return () => countOf
    }
    case 'Sum':
    case 'Mean':
      return finishSums(source, aggregate.column, steps, aggregate._tag === 'Mean')
    case 'Min':
    case 'Max': {
      const chosen = steps.extremes(aggregate.column, aggregate._tag === 'Min', isTime(aggregate.column))
      return finishRows(source, chosen, aggregate.column)
    }
    case 'ArgMin':
    case 'ArgMax':
      return finishRows(source, steps.extremes(aggregate.column, aggregate._tag === 'ArgMin', false), aggregate.of)
    default:
      return undefined
  }
}

const finishOf = (aggregate: Aggregate, source: RowSource, steps: Steps): Finish => {
  switch (aggregate._tag) {
    case 'Median':
      return finishNumbers(steps, aggregate.column, (numbers) => quantileOf(numbers, 0.5))
    case 'Quantile':
      return finishNumbers(steps, aggregate.column, (numbers) => quantileOf(numbers, aggregate.q))
    case 'Variance':
    case 'Stddev':
      return finishNumbers(steps, aggregate.column, (numbers) => spreadOf(numbers, aggregate))
    case 'First':
    case 'Last':
      return finishRows(source, steps.outer(aggregate.column, aggregate._tag === 'First'), aggregate.column)
    default:
      return finishFigures(aggregate, source, steps) as Finish
  }
}

/** Makes a scan of rows with the group of each. */
export const groupScan = (source: RowSource, scanRows: Scan, groups: RowGroups): GroupScan => {
  const groupOf = new Uint32Array(Math.min(BLOCK, source.length))
  return (adds) =>
    scanRows((rows, count) => {
      groups.classify(rows, count, groupOf)
      const groupCount = groups.count()
      for (const add of adds) add(rows, count, groupOf, groupCount)
    })
}

/** Computes aggregates of the groups of the rows that are scanned, in one scan. */
export const aggregateGroups = (
  source: RowSource,
  aggregates: ReadonlyArray<Aggregate>,
  scanRows: Scan,
  groups: RowGroups,
): ReadonlyArray<GroupValues> => {
  const steps = makeSteps(source)
  const finishes = aggregates.map((aggregate) => finishOf(aggregate, source, steps))
  const scan = groupScan(source, scanRows, groups)
  scan(steps.adds)
  return finishes.map((finish) => finish(groups.count(), scan))
}
