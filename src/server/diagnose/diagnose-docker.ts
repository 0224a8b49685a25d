// Is there an engine, and the image? Nothing is pulled.
import { unknown, type Check } from '../../model/check.js'
import { findEngine } from '../docker/engine.js'
import { findImage } from '../docker/image.js'
import { attempt } from '../preflight/attempt.js'

export async function diagnoseDocker(image: string, signal: AbortSignal): Promise<readonly Check[]> {
  const engine = await attempt('engine', async () => {
    const { Version } = await (await findEngine(signal)).version()
    return `Docker ${Version}`
  })
  return engine.state === 'failed' ? [engine] : [engine, await imageCheck(image, signal)]
}

async function imageCheck(image: string, signal: AbortSignal): Promise<Check> {
  const found = await findImage(await findEngine(signal), image)
  if (found === null) return unknown('image', `${image} is not here yet: the first run pulls it`)
  return { name: 'image', state: 'ok', found: `${found.name}, ${found.digest.slice(0, 19)}…`, fix: null }
}
