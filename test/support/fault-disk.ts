/** A real disk that fails where it is told to, and notes every call that is made of it. */

import * as real from 'node:fs/promises'
import { constants as numbers } from 'node:os'
import { basename } from 'node:path'
import { createDisk, type Disk, type DiskCalls, type DiskFile } from '../../src/folder/disk.ts'

export const codes = ['ENOSPC', 'EROFS', 'EIO', 'EMFILE', 'EACCES'] as const
export type Code = (typeof codes)[number]

export type FaultDisk = Disk & {
  /** The calls since the last `arm` or `heal`, each as its name and the name of its file: `rename flood.txt`. */
  readonly made: readonly string[]
  /** Whether a call has failed since then. */
  readonly hasFailed: () => boolean
  /** Lets the call number `at` from now on fail, the first being 1, and all that follow where it is `lasting`. */
  arm(at: number, code: Code, lasting: boolean): void
  heal(): void
  note(what: string): void
}

/**
 * Bytes that are written while it fails are written by half. What is synced is noted and not synced, which would take most of the time: whether
 * the syncs stand in the right order is a matter of the notes.
 */
export function createFaultDisk(): FaultDisk {
  const made: string[] = []
  let fault: { readonly at: number; readonly code: Code; readonly lasting: boolean } | null = null
  let failures = 0
  let calls = 0
  const begin = (next: typeof fault): void => {
    fault = next
    calls = failures = made.length = 0
  }
  /** The error with which this call fails; null when it does not. */
  const next = (call: string, path: string): Error | null => {
    calls += 1
    made.push(`${call} ${basename(path)}`)
    if (fault === null || calls < fault.at || (calls > fault.at && !fault.lasting)) return null
    failures += 1
    const { code } = fault
    const message = `${code}: made to fail, ${call} '${path}'`
    return Object.assign(new Error(message), { code, syscall: call, errno: -numbers.errno[code], path })
  }
  const failing = <Rest extends unknown[], Result>(
    call: string,
    run: (path: string, ...rest: Rest) => Promise<Result>,
  ): ((path: string, ...rest: Rest) => Promise<Result>) => {
    return async (path, ...rest) => {
      // Renaming and linking are about the name that is given.
      const error = next(call, (call === 'rename' || call === 'link') && typeof rest[0] === 'string' ? rest[0] : path)
      if (error !== null) throw error
      return run(path, ...rest)
    }
  }
  return {
    ...createDisk(failingCalls(failing, next)),
    made,
    hasFailed: () => failures > 0,
    arm: (at, code, lasting) => begin({ at, code, lasting }),
    heal: () => begin(null),
    note: what => void made.push(what),
  }
}

type Failing = <Rest extends unknown[], Result>(
  call: string,
  run: (path: string, ...rest: Rest) => Promise<Result>,
) => (path: string, ...rest: Rest) => Promise<Result>

function failingCalls(failing: Failing, next: (call: string, path: string) => Error | null): DiskCalls {
  const open = async (path: string, flags: string | number, mode?: number): Promise<DiskFile> => {
    const file = await real.open(path, flags, mode)
    const guard = async <Result>(call: string, run: () => Promise<Result>, half = run): Promise<Result> => {
      const error = next(call, path)
      if (error === null) return run()
      if (half !== run) await half()
      throw error
    }
    return {
      stat: () => guard('stat', () => file.stat()),
      readFile: () => guard('read', () => file.readFile()),
      writeFile: bytes =>
        guard(
          'write',
          () => file.writeFile(bytes),
          () => file.writeFile(bytes.subarray(0, bytes.length / 2)),
        ),
      sync: () => guard('sync', async () => undefined),
      close: () =>
        guard(
          'close',
          () => file.close(),
          async () => file.close(),
        ),
    }
  }
  return {
    link: failing('link', real.link),
    lstat: failing('lstat', (path: string) => real.lstat(path)),
    mkdir: failing('mkdir', (path: string, options: { recursive: true }) => real.mkdir(path, options)),
    open: failing('open', open),
    opendir: failing('opendir', (path: string, options: { bufferSize: number }) => real.opendir(path, options)),
    readdir: failing('readdir', (path: string) => real.readdir(path)),
    readFile: failing('read', (path: string) => real.readFile(path)),
    realpath: failing('realpath', (path: string) => real.realpath(path)),
    rename: failing('rename', real.rename),
    rm: failing('rm', (path: string, options: { force: true; recursive?: true }) => real.rm(path, options)),
    stat: failing('stat', (path: string) => real.stat(path)),
    unlink: failing('unlink', (path: string) => real.unlink(path)),
  }
}
