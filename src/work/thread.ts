/** Starts threads that read TypeScript as the program does. */
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** A thread that runs the module at `entry`. `--import tsx` does not reach threads on Node 20: this one registers tsx itself. */
export function startThread(entry: URL, options: WorkerOptions): Worker {
  const tsx = import.meta.resolve('tsx/esm/api')
  const code = `import { register } from '${tsx}'; register(); await import('${entry.href}')`
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), { execArgv: [], ...options })
}
