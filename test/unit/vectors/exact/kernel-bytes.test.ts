import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import loadWabt from 'wabt'
import { KERNEL_BYTES } from '../../../../src/vectors/exact/kernel-bytes.js'

it('holds kernel.wat as it compiles: npm run kernel writes it', async () => {
  const wabt = await loadWabt()
  const source = 'src/vectors/exact/kernel.wat'
  const module = wabt.parseWat(source, await readFile(source, 'utf8'), { simd: true })
  expect(KERNEL_BYTES).toBe(Buffer.from(module.toBinary({}).buffer).toString('base64'))
})
