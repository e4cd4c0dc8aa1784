/** The log: JSON lines on standard error, laid out for reading when a person watches. */
import { destination, type Logger, pino } from 'pino'
import pretty from 'pino-pretty'
import { escapeJson, escapeJsonTwice } from './article/control-characters.ts'
import type { LogLevel } from './config.ts'

export function createLogger(level: LogLevel): Logger {
  // What is logged may come from a file or its name: none of it steers the terminal that shows the log.
  // Written at once, so that the last lines before an end are not lost.
  const target = destination({ dest: process.stderr.fd, sync: true })
  return process.stderr.isTTY
    ? pino({ level, hooks: { streamWrite: escapeJsonTwice } }, pretty({ destination: target, ignore: 'pid,hostname' }))
    : pino({ level, hooks: { streamWrite: escapeJson } }, target)
}
