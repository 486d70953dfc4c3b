import { join } from 'node:path'
import { compiled } from './paths.ts'
import type { Side } from './Side.ts'
import { startSide } from './startSide.ts'

/** A program of `bench/sides` in plain Node, without flags. */
export const nodeSide = (program: string): Side =>
  startSide(process.execPath, [join(compiled, `${program}.js`)], { PATH: process.env['PATH'] })
