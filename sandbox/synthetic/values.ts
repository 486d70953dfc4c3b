import { fraction, hash } from './random.ts'

const CONFIG = 1
const SUMMARY = 2
const HISTORY = 3
const OPTIMIZERS = ['adam', 'adamw', 'sgd', 'lion'] as const

/** Rounds to six decimals. */
const short = (value: number): number => Math.round(value * 1e6) / 1e6

export const configKey = (key: number): string =>
  ['learning_rate', 'batch_size', 'optimizer', 'use_amp', 'model'][key] ?? `param_${key}`

/** Returns floats, integers, strings, booleans and some nested objects. */
export function configValue(seed: number, run: number, key: number): unknown {
  const number = hash(seed, CONFIG, run, key)
  if (key === 4 || key % 10 === 9)
    return { width: 2 ** (4 + (number % 6)), dropout: short(fraction(seed, CONFIG, run, key, 1) / 2) }
  switch (key % 5) {
    case 0:
      return short(10 ** (-1 - 4 * fraction(seed, CONFIG, run, key)))
    case 1:
      return 2 ** (3 + (number % 7))
    case 2:
      return OPTIMIZERS[number % OPTIMIZERS.length]
    case 3:
      return number % 2 === 0
    default:
      return number % 1000
  }
}

export const summaryKey = (key: number): string => ['accuracy', 'loss', 'val/loss'][key] ?? `metric_${key}`

/** Returns a number; NaN for a few losses, as in runs that diverge. */
export function summaryValue(seed: number, run: number, key: number): number {
  const value = short(fraction(seed, SUMMARY, run, key))
  return key === 1 && hash(seed, SUMMARY, run, key, 7) % 64 === 0 ? Number.NaN : value
}

export const historyValue = (seed: number, run: number, step: number, key: number): number =>
  short(fraction(seed, HISTORY, run, step, key) + 1 / (1 + step / 100))
