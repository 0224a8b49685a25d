// Removes one container when its parent ends without doing so: the parent holds the other end of standard input, which
// closes however the parent ends, kill -9 included. Where everything went well the parent ends this process itself.
// Plain JavaScript, for it is started by path. What it needs comes through standard input, as one line of JSON,
// {"container": name, "engine": how node:http reaches the engine}, and a line `made` once there is one: arguments can be read by everybody, and the engine's
// place may hold a client's key.
import { request as http } from 'node:http'
import { request as https } from 'node:https'
import { setTimeout as delay } from 'node:timers/promises'

const RETRY_MS = 250
/** A parent can end while the engine still makes the container it asked for: what was not yet made may be soon. */
const ABSENT_FOR_MS = 10_000
/** An engine that restarts is waited for. */
const DEADLINE_MS = 120_000

let input = ''
for await (const chunk of process.stdin.setEncoding('utf8')) input += chunk
const [plan = '{}', isMade] = input.split('\n')
const { container, engine } = JSON.parse(plan)

for (
  let passedMs = 0, absentMs = 0;
  passedMs < DEADLINE_MS && absentMs < ABSENT_FOR_MS;
  passedMs += RETRY_MS
) {
  const status = await remove()
  if (status === 204 || (status === 404 && isMade === 'made')) break
  absentMs = status === 404 ? absentMs + RETRY_MS : 0
  await delay(RETRY_MS)
}

/** The status of the engine's answer; null where there is none. */
function remove() {
  const { protocol, ...place } = engine
  const path = `/containers/${container}?force=true&v=true`
  return new Promise((resolve) => {
    const asked = (protocol === 'https' ? https : http)({ ...place, path, method: 'DELETE' })
    asked.on('response', (answer) => answer.resume().on('close', () => resolve(answer.statusCode)))
    asked.on('error', () => resolve(null))
    asked.end()
  })
}
