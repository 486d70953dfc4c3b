import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { run } from '../../sandbox/fixture.ts'
import { bundleProgram, callHere as call, call as callProcess, type Outcome } from '../call.ts'

bundleProgram()

const keys = (...names: ReadonlyArray<string>) => ({
  lastStep: 3,
  keys: Object.fromEntries(
    names.map((name) => [name, { typeCounts: [{ type: 'number', count: 4 }], monotonic: false, previousValue: 0 }]),
  ),
})

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({
    records: [
      run('first', {
        displayName: 'wide\u001b[31m',
        config: '{"lr":{"value":0.1},"a.b":{"value":1},"optimizer":{"value":{"name":"adam"}},"same":{"value":1}}',
        summaryMetrics: '{"acc":0.9,"_runtime":5}',
        commit: 'abc',
        history: [0, 1, 2, 3].map(
          (step) => `{"_step":${step},"_runtime":${step * 2},"loss":${step === 2 ? 'NaN' : 4 - step}}`,
        ),
        historyKeys: keys('_step', '_runtime', 'loss'),
      }),
      run('second', {
        displayName: 'narrow',
        config: '{"lr":{"value":0.2},"a.b":{"value":2},"optimizer":{"value":{"name":"sgd"}},"same":{"value":1}}',
        summaryMetrics: '{"acc":0.8,"_runtime":7}',
        commit: 'def',
        createdAt: '2026-03-08T10:00:00',
        history: [0, 1, 2, 3].map((step) => `{"_step":${step},"loss":${step + 1}}`),
        historyKeys: keys('_step', 'loss'),
      }),
      run('third', { displayName: 'narrow', state: 'crashed', summaryMetrics: '{"acc":NaN,"loss":0.5}' }),
    ],
  })
}, 60_000)
afterAll(() => sandbox.close())

const project = ['-p', 'team/vision']

const program = (...args: ReadonlyArray<string>): Promise<Outcome> => call([...args, ...project], sandbox)

describe('plot', () => {
  test('draws a chart for each metric, with a line for each run', async () => {
    const { code, stdout, stderr } = await program(
      'plot',
      'first',
      'second',
      '-k',
      'loss',
      '--width',
      '30',
      '--height',
      '4',
    )
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n')).toEqual([
      'loss by _step',
      '4 ┤●●●●●                 ○○○○○',
      '  │     ●●●●●    ○○○○○○○○',
      '2 ┤     ○○○○○○○○○',
      '  │○○○○○                     ●',
      '  └┬────────────────┬─────────',
      '   0                2',
      '● wide␛[31m  last 1, 1 value…',
      '○ narrow  last 4',
      '',
    ])
  })

  test('colors lines where there are colors', async () => {
    const { stdout } = await call(['plot', 'first', '-k', 'loss', ...project], sandbox, { env: { FORCE_COLOR: '1' } })
    expect(stdout).toContain('\u001b[36m━━\u001b[39m wide␛[31m')
  })

  test('draws over another metric, smoothed, and as bars', async () => {
    const { code, stdout } = await program('plot', 'first', '-k', 'loss', '-x', '_runtime', '--smooth', '0.5')
    expect(code).toBe(0)
    expect(stdout).toContain('loss by _runtime, smoothed by 0.5\n')
    const bars = await program('plot', 'first', 'second', '-k', 'loss', '--sparklines')
    expect(bars.stdout).toBe('wide␛[31m  █▆ ▁  1, 1 value not finite\nnarrow     ▁▃▆█  4\n')
  })

  test('lists the metrics if none is named', async () => {
    const outcome = await program('plot', 'first')
    expect(outcome).toEqual({ code: 1, stdout: '', stderr: 'Missing --keys. The metrics are loss, _step, _runtime.\n' })
  })

  test('names a metric that no run has, with the nearest one', async () => {
    const outcome = await program('plot', 'first', '-k', 'los,loss')
    expect(outcome).toMatchObject({ code: 0, stderr: 'No run has the metric los. Did you mean loss?\n' })
    expect(await program('plot', 'first', '-k', 'los')).toMatchObject({ code: 1, stdout: '' })
  })

  test.each([
    [['first', '-k', 'loss', '--smooth', '1'], /^--smooth must be a number from 0 to less than 1, got "1"\.$/m],
    [['first', '-k', 'loss', '--height', '2'], /^--height must be an integer >= 3/],
    [['first', '-k', 'loss', '--width', '9999999'], /^--width must be at most 1000/],
    [[], /^Missing the run: write plot entity\/project\/id --keys loss, or --best summary\.accuracy\.$/m],
    [['--best', 'acc', '-k', 'loss'], /^Invalid --best: "acc" is not a column/],
    [['--best', '-summary.acc', '-k', 'loss'], /^Invalid --best: "-summary\.acc" has a sign/],
    [['--best', 'summary.acc', '--created', 'soon', '-k', 'loss'], /^--created must be today, .* got "soon"\.$/m],
  ])('refuses %j and sends nothing', async (args, message) => {
    sandbox.resetRequests()
    const { code, stdout, stderr } = await program('plot', ...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(sandbox.requests).toEqual([])
  })
})

describe('diff', () => {
  test('shows where runs differ, each key as a column', async () => {
    const { code, stdout, stderr } = await program('diff', 'first', 'second', '--format', 'csv')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n')).toEqual([
      'key,wide\u001b[31m,narrow',
      'id,first,second',
      '"config[""a.b""]",1,2',
      'config.lr,0.1,0.2',
      'config.optimizer.name,adam,sgd',
      'summary.acc,0.9,0.8',
      'environment.commit,abc,def',
      '',
    ])
  })

  test('compares the two best runs, and only the part that is asked for', async () => {
    const { stdout } = await program('diff', '--best', 'summary.acc', '--only', 'config')
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'key                    wide␛[31m  narrow',
      'id                     first      second',
      'summary.acc            0.9        0.8',
    ])
    expect(stdout).toContain('\n3 differences in config.\n')
    const least = await program('diff', '--best', 'summary.acc', '--minimize', '--json')
    expect(JSON.parse(least.stdout).runs.map(({ id }: { readonly id: string }) => id)).toEqual(['second', 'first'])
  })

  test('tells runs of one name apart by their ids', async () => {
    const { stdout } = await program('diff', 'second', 'third', '--format', 'csv')
    expect(stdout.split('\n')[0]).toBe('key,narrow (second),narrow (third)')
  })

  test('selects among the runs that it compares', async () => {
    const outcome = await program('diff', '--best', 'summary.acc', '--created', '2026-03-08')
    expect(outcome).toMatchObject({
      code: 1,
      stderr: 'There is nothing to compare: only one run has a number in summary.acc.\n',
    })
    const none = await program('diff', '--best', 'summary.acc', '--state', 'crashed')
    expect(none).toMatchObject({ code: 1, stdout: '' })
    expect(none.stderr).toMatch(/^None of the selected runs has a number in summary\.acc: /)
  })

  test.each([
    [['first'], /^Missing the other run/],
    [['first', 'first'], /^"first" is there twice/],
    [
      ['first', 'second', '--only', 'confg'],
      /^--only must be one of config, summary, environment, got "confg"\. Did you mean config\?/,
    ],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await program('diff', ...args)
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })
})

describe('open', () => {
  test.each([
    [['first'], '/team/vision/runs/first'],
    [[], '/team/vision/workspace'],
    [['--best', 'summary.acc', '--minimize'], '/team/vision/runs/second'],
    [['runs/third'], '/team/vision/runs/third'],
  ])('prints the URL of %j', async (args, path) => {
    expect(await program('open', ...args)).toEqual({ code: 0, stdout: `${sandbox.url}${path}\n`, stderr: '' })
  })

  test('starts the browser from a terminal, and prints the URL where that fails', async () => {
    const inTerminal = (browser: string) =>
      callProcess(['open', 'first', ...project], sandbox, {
        shell: `script -qec "$PROGRAM" /dev/null`,
        env: { BROWSER: browser },
      })
    const url = `${sandbox.url}/team/vision/runs/first`
    expect((await inTerminal('true')).stdout.trim()).toBe(`Opened ${url}`)
    for (const browser of ['false', '/nonexistent/browser']) expect((await inTerminal(browser)).stdout.trim()).toBe(url)
  })

  test('says that a run is not there', async () => {
    const { code, stdout, stderr } = await program('open', 'nope')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^Could not find run "team\/vision\/nope"/)
  })
})
