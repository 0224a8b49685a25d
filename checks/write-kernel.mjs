// Compiles src/vectors/exact/kernel.wat into kernel-bytes.ts, so that running needs neither a compiler nor a file beside the code.
import { readFile, writeFile } from 'node:fs/promises'
import loadWabt from 'wabt'

const SOURCE = 'src/vectors/exact/kernel.wat'
const TARGET = 'src/vectors/exact/kernel-bytes.ts'

const wabt = await loadWabt()
const module = wabt.parseWat(SOURCE, await readFile(SOURCE, 'utf8'), { simd: true })
module.validate()
const { buffer } = module.toBinary({})
await writeFile(
  TARGET,
  `// kernel.wat, compiled. Written by npm run kernel: do not edit.
export const KERNEL_BYTES =
  '${Buffer.from(buffer).toString('base64')}'
`,
)
module.destroy()
