/** The log: JSON lines on standard error, laid out for reading when a person watches. */
import { destination, type Logger, pino } from 'pino'
import pretty from 'pino-pretty'
import type { LogLevel } from './config.ts'

export function createLogger(level: LogLevel): Logger {
  // Written at once, so that the last lines before an end are not lost.
  const target = destination({ dest: process.stderr.fd, sync: true })
  return process.stderr.isTTY
    ? pino({ level }, pretty({ destination: target, ignore: 'pid,hostname' }))
    : pino({ level }, target)
}
