import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bundleProgram, call, type StartOptions } from './call.ts'

bundleProgram()

let folder: string
let temporary: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-disk-'))
  temporary = mkdtempSync(join(tmpdir(), 'cli-temporary-'))
})
afterEach(() => {
  for (const path of [folder, temporary]) rmSync(path, { recursive: true, force: true })
})

const exporting = (output: string, options: StartOptions = {}, ...args: ReadonlyArray<string>) =>
  call(['export', '--sandbox', '--output', output, ...args], undefined, { temporary, ...options })

const expectOneLine = ({ code, stderr }: { readonly code: number | null; readonly stderr: string }, line: RegExp) => {
  expect(stderr).toMatch(line)
  expect({ code, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 1, lines: 1 })
  expect(readdirSync(temporary)).toEqual([])
}

// Such a limit takes what still fits of a write, as a full disk does.
const full: StartOptions = { shell: 'ulimit -f 8 && exec $PROGRAM' }

describe('a full disk', () => {
  test('says which file could not be written, and leaves nothing of it', async () => {
    const path = join(folder, 'runs.jsonl')
    writeFileSync(path, 'before')
    expectOneLine(
      await exporting(path, full),
      /^Cannot write ".*runs\.jsonl" \(EFBIG\): free some space on the disk\.$/m,
    )
    expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['runs.jsonl'], 'before'])
  })

  test.each(['csv', 'parquet', 'arrow'])('says which folder for temporary files: %s', async (format) => {
    const { stderr, ...outcome } = await exporting(join(folder, `runs.${format}`), full)
    expectOneLine({ stderr, ...outcome }, /^Cannot write temporary files to ".*" \(EFBIG\): .* set TMPDIR/)
    expect(stderr).toContain(temporary)
    expect(readdirSync(folder)).toEqual([])
  })

  test('says which folder when the rows fit but the Parquet file does not', async () => {
    const args = ['--columns', 'name,config.*', '--limit', '40']
    const lines = (await exporting('-', {}, '--format', 'jsonl', ...args)).stdout
    const limit = Math.ceil(lines.length / 1024)
    for (const kilobytes of [limit * 2, limit, Math.ceil(limit / 2)]) {
      const shell = `ulimit -f ${kilobytes} && exec $PROGRAM`
      const { code, stderr } = await exporting(join(folder, 'runs.parquet'), { shell }, ...args)
      if (code === 0) expect(existsSync(join(folder, 'runs.parquet'))).toBe(true)
      else expect(stderr).toMatch(/^Cannot write .*\(EFBIG\): .*\n$/)
    }
  })

  test.each([
    [['runs', '--sandbox', '--json']],
    [['query', 'runs.map((row) => row.config)', '--sandbox', '--json']],
    [['export', '--sandbox', '--format', 'jsonl', '--columns', 'name,config.*']],
    [['export', '--sandbox', '--format', 'csv', '--columns', 'name,config.lr,createdAt,summary.loss,state,user']],
  ])('is reported for a stdout that is a file, whatever fits of the last write: %j', async (args) => {
    const { length } = Buffer.from((await call(args)).stdout)
    for (const kilobytes of [Math.ceil(length / 1024) - 1, Math.ceil(length / 2048)]) {
      const path = join(folder, 'out')
      const shell = `ulimit -f ${kilobytes} && exec $PROGRAM > ${path}`
      expectOneLine(await call(args, undefined, { shell, temporary }), /^Cannot write to stdout: EFBIG/)
    }
    const whole = join(folder, 'whole')
    await call(args, undefined, { shell: `exec $PROGRAM > ${whole}`, temporary })
    expect(readFileSync(whole).length).toBe(length)
  })

  test.skipIf(!existsSync('/dev/full'))('is reported for stdout', async () => {
    for (const args of [
      ['runs', '--sandbox'],
      ['export', '--sandbox'],
      ['query', 'runs.count', '--sandbox', '--json'],
    ])
      expectOneLine(
        await call(args, undefined, { shell: 'exec $PROGRAM > /dev/full', temporary }),
        /^Cannot write to stdout: ENOSPC/,
      )
  })
})

test('a folder for temporary files that does not exist is named', async () => {
  const { code, stderr } = await exporting(join(folder, 'runs.parquet'), { temporary: join(folder, 'none') })
  expect(code).toBe(1)
  expect(stderr).toBe(
    `Cannot write temporary files to "${join(folder, 'none')}" (ENOENT): check the folder, or set TMPDIR to another folder.\n`,
  )
})

describe('the name of the output', () => {
  test.each([`${'a'.repeat(251)}.csv`, `${'名'.repeat(83)}.jsonl`])(
    'may be as long as the file system allows: %s',
    async (name) => {
      const { code } = await exporting(join(folder, name), {}, '--limit', '2')
      expect([code, readdirSync(folder)]).toEqual([0, [name]])
    },
  )

  test.each([
    [`${'a'.repeat(252)}.csv`, /\(ENAMETOOLONG\): choose a shorter name\.$/m],
    [`${'名'.repeat(84)}.jsonl`, /\(ENAMETOOLONG\): choose a shorter name\.$/m],
    ['none/runs.csv', /\(ENOENT\): create the folder first\.$/m],
    ['file/runs.csv', /\(ENOTDIR\): a part of the path is a file and not a folder\.$/m],
    ['folder.csv', /\(EISDIR\): it is a folder, so write the name of a file\.$/m],
  ])('that is wrong is one line that says so: %s', async (name, line) => {
    mkdirSync(join(folder, 'folder.csv'))
    writeFileSync(join(folder, 'file'), '')
    expectOneLine(await exporting(join(folder, name)), line)
    expect(readdirSync(folder)).toEqual(['file', 'folder.csv'])
  })
})

test.skipIf(!existsSync('/dev/stdout'))('a device or a pipe is written to, and never replaced', async () => {
  for (const path of ['/dev/stdout', '/dev/stderr']) {
    const args = ['--format', 'csv', '--columns', 'name', '--limit', '1']
    const { code, stdout, stderr } = await exporting(path, { shell: 'exec $PROGRAM 2>&1 | cat' }, ...args)
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: `name\nsynthetic-1\nWrote 1 row to ${path}.\n`,
      stderr: '',
    })
  }
})
