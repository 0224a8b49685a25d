import { once } from 'node:events'
import { rename } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { engineError, explainNoEngine } from '../../../../src/server/docker/engine-error.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

async function listeningSocket(): Promise<{ path: string; server: Server }> {
  const path = join(await temporaryFolder(), 'docker.sock')
  const server = createServer((connection) => connection.destroy()).listen(path)
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return { path, server }
}

describe('explainNoEngine', () => {
  it('tells a missing socket, with what to do and other servers to use', async () => {
    const path = join(await temporaryFolder(), 'docker.sock')
    expect(await explainNoEngine(path)).toMatchObject({
      exitCode: 3,
      message: 'No Docker engine answers',
      hint: expect.stringMatching(
        /^There is no .*docker.sock: start Docker.*--server local.*--server embedded/,
      ),
    })
  })

  it('tells an engine that is not running from its socket that stayed', async () => {
    const { path, server } = await listeningSocket()
    // Under another name, for closing removes the one it knows.
    await rename(path, `${path}-stale`)
    server.close()
    expect((await explainNoEngine(`${path}-stale`)).hint).toMatch(
      /docker.sock-stale is not running: start it/,
    )
  })

  it('tells a socket where something else answers', async () => {
    expect((await explainNoEngine((await listeningSocket()).path)).hint).toMatch(/is no Docker engine/)
  })
})

describe('engineError', () => {
  it("keeps the engine's words and leaves out its client's", () => {
    const error = new Error('(HTTP code 500) server error - Get "http://x/v2/": connection refused ')
    expect(engineError('It broke', error).message).toBe('It broke: Get "http://x/v2/": connection refused')
  })

  it('says how to find space where there is none', () => {
    const error = new Error('(HTTP code 500) server error - mkdir /var/lib/docker/x: no space left on device')
    expect(engineError('It broke', error, 'another hint').hint).toMatch(/docker system df/)
    expect(engineError('It broke', new Error('no such host'), 'another hint').hint).toBe('another hint')
  })
})
