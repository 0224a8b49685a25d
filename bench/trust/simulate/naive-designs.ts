// The designs that people use, on the simulated machine: all of one arm, then all of the other.
import { randomStream } from '../../../src/model/random.js'
import type { Difference } from '../naive/difference.js'
import { naiveTests } from '../naive/naive-tests.js'
import { welch } from '../naive/welch.js'
import { noisyMachine, type NoisyMachine } from './noisy-machine.js'

const QUIET_MS = 10
const TINYBENCH_MS = 500
const TINYBENCH_ITERATIONS = 64

/** One A/A trial; what each design concluded, by its name. */
export function naiveTrial(seed: number): ReadonlyMap<string, Difference> {
  const trial = new Map<string, Difference>()
  for (const executions of [240, 960]) {
    const machine = noisyMachine(randomStream(seed, `machine/${executions}`))
    const [before, after] = [block(machine, executions), block(machine, executions)]
    for (const [name, test] of Object.entries(naiveTests(randomStream(seed, 'resamples')))) {
      trial.set(`sequential blocks of ${executions}, ${name}`, test(before, after))
    }
  }
  const machine = noisyMachine(randomStream(seed, 'machine/tinybench'))
  trial.set('the order of tinybench, Welch t', welch(timeBoxed(machine), timeBoxed(machine)))
  return trial
}

const block = (machine: NoisyMachine, executions: number): readonly number[] =>
  Array.from({ length: executions }, () => machine.execute(QUIET_MS))

/** A task of tinybench ends after its time and its least number of iterations. */
function timeBoxed(machine: NoisyMachine): readonly number[] {
  const endNs = machine.now() + TINYBENCH_MS * 1e6
  const durations: number[] = []
  while (machine.now() < endNs || durations.length < TINYBENCH_ITERATIONS)
    durations.push(machine.execute(QUIET_MS))
  return durations
}
