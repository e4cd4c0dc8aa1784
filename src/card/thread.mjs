// Where the drawing thread begins: Node starts threads from JavaScript alone, so TypeScript is taught to it first.
import { register } from 'tsx/esm/api'

register()
await import('./worker.ts')
