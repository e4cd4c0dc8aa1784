/** A line typed in the console, read as Discord would read it: a slash command with options, or a plain question. */
import type { Command, Options } from '../../commands/command.ts'
import { UserError } from '../errors.ts'

export type ParsedLine = { readonly command: Command; readonly options: Options }

/** What Tab completes: the option that the cursor stands in, and where in the line its value begins, a quotation mark included. */
export type Cursor = {
  readonly command: Command
  readonly option: string
  readonly typed: string
  readonly from: number
  /** Whether the option was named, so that a value with blanks needs quotation marks. */
  readonly named: boolean
}

type Option = { readonly name: string; readonly type: number }
const stringType = 3
const booleanType = 5

/**
 * `/quote dialogue speaker:"Dmitry Peskov"` names options by `name:value`; the rest of the line is the command's first option.
 * A line without a slash is a question for `/ask`.
 * @throws UserError when there is no such command.
 */
export function parseLine(line: string, commands: readonly Command[]): ParsedLine {
  const slash = /^\/(\S*)\s*(.*)$/su.exec(line.trim())
  const name = slash === null ? 'ask' : (slash[1] ?? '').toLowerCase()
  const command = commands.find(({ data }) => data.name === name)
  if (command === undefined) {
    throw new UserError(
      `There is no command /${name}. There are: ${commands.map(({ data }) => `/${data.name}`).join(', ')}.`,
    )
  }
  return { command, options: slash === null ? { question: line.trim() } : parseOptions(slash[2] ?? '', command) }
}

function parseOptions(text: string, command: Command): Options {
  const known = optionsOf(command)
  const options = new Map<string, string | boolean>()
  const rest = text.replace(namedOption, (whole, name: string, quoted?: string, bare?: string) => {
    const option = known.find(candidate => candidate.name === name.toLowerCase())
    if (option === undefined) return whole
    const value = quoted ?? bare ?? ''
    options.set(option.name, option.type === booleanType ? /^(?:true|yes|1)$/i.test(value) : value)
    return ''
  })
  const first = known.find(({ name, type }) => type === stringType && !options.has(name))
  if (first !== undefined && rest.trim() !== '') options.set(first.name, rest.trim())
  return Object.fromEntries(options)
}

const namedOption = /(?<=^|\s)(\p{L}+):(?:"([^"]*)"|(\S*))/gu

/** The option that the end of the line stands in; null where nothing can be completed. */
export function cursorIn(line: string, commands: readonly Command[]): Cursor | null {
  const slash = /^\s*\/(\S+)\s+/u.exec(line)
  const command = commands.find(({ data }) => data.name === slash?.[1]?.toLowerCase())
  if (slash === null || command === undefined) return null
  const options = optionsOf(command)
  const named = /(?:^|\s)(\p{L}+):("?)([^":]*)$/u.exec(line)
  const option = options.find(({ name }) => name === named?.[1]?.toLowerCase())
  if (named !== null && option !== undefined) {
    const [, , mark = '', typed = ''] = named
    return { command, option: option.name, typed, from: line.length - typed.length - mark.length, named: true }
  }
  const first = options.find(({ type }) => type === stringType)
  return first === undefined
    ? null
    : { command, option: first.name, typed: line.slice(slash[0].length), from: slash[0].length, named: false }
}

function optionsOf(command: Command): Option[] {
  return (command.data.toJSON().options ?? []).map(({ name, type }) => ({ name, type }))
}
