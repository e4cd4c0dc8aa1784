/** A real disk that fails where it is told to, and notes every call that is made of it. */

import {
  closeSync,
  type Dirent,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { constants as numbers } from 'node:os'
import { basename } from 'node:path'
import { createDisk, type Disk, type DiskCalls, type DiskFile } from '../../src/folder/disk/disk.ts'

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
    run: (path: string, ...rest: Rest) => Result,
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
  run: (path: string, ...rest: Rest) => Result,
) => (path: string, ...rest: Rest) => Promise<Result>

async function* entriesOf(path: string): AsyncGenerator<Dirent> {
  yield* readdirSync(path, { withFileTypes: true })
}

/** By plain calls, which take a fifth of the time that those of promises take. */
function failingCalls(failing: Failing, next: (call: string, path: string) => Error | null): DiskCalls {
  const openFile = (path: string, flags: string | number, mode?: number): DiskFile => {
    const file = openSync(path, flags, mode)
    const guard = async <Result>(call: string, run: () => Result, half: () => void = () => {}): Promise<Result> => {
      const error = next(call, path)
      if (error === null) return run()
      half()
      throw error
    }
    const close = (): void => closeSync(file)
    return {
      stat: () => guard('stat', () => fstatSync(file)),
      readFile: () => guard('read', () => readFileSync(file)),
      writeFile: bytes =>
        guard(
          'write',
          () => writeFileSync(file, bytes),
          () => writeFileSync(file, bytes.subarray(0, bytes.length / 2)),
        ),
      sync: () => guard('sync', () => undefined),
      close: () => guard('close', close, close),
    }
  }
  return {
    link: failing('link', linkSync),
    lstat: failing('lstat', (path: string) => lstatSync(path)),
    mkdir: failing('mkdir', (path: string, options: { recursive: true }) => mkdirSync(path, options)),
    open: failing('open', openFile),
    opendir: failing('opendir', entriesOf),
    readdir: failing('readdir', (path: string) => readdirSync(path)),
    readFile: failing('read', (path: string) => readFileSync(path)),
    realpath: failing('realpath', (path: string) => realpathSync(path)),
    rename: failing('rename', renameSync),
    rm: failing('rm', (path: string, options: { force: true; recursive?: true }) => rmSync(path, options)),
    stat: failing('stat', (path: string) => statSync(path)),
    unlink: failing('unlink', unlinkSync),
  }
}
