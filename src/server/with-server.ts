// The servers by their kind.
import { withDockerServer, type DockerOptions } from './docker.js'
import { withEmbeddedServer, type EmbeddedOptions } from './embedded.js'
import { withLocalServer, type LocalOptions } from './local.js'
import type { Server } from './server.js'
import type { ServerPorts } from './server-ports.js'
import { withUrlServer, type UrlOptions } from './url.js'

type Own<Options> = Omit<Options, keyof ServerPorts>

export type ServerOptions =
  | ({ readonly kind: 'embedded' } & Own<EmbeddedOptions>)
  | ({ readonly kind: 'local' } & Own<LocalOptions>)
  | ({ readonly kind: 'docker' } & Own<DockerOptions>)
  | ({ readonly kind: 'url' } & Own<UrlOptions>)

export function withServer<T>(
  options: ServerOptions,
  ports: ServerPorts,
  work: (server: Server) => Promise<T>,
): Promise<T> {
  switch (options.kind) {
    case 'embedded':
      return withEmbeddedServer({ ...options, ...ports }, work)
    case 'local':
      return withLocalServer({ ...options, ...ports }, work)
    case 'docker':
      return withDockerServer({ ...options, ...ports }, work)
    case 'url':
      return withUrlServer({ ...options, ...ports }, work)
  }
}
