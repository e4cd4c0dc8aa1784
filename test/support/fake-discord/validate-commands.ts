/** Discord's rules for commands, their options and suggestions, localised names included; each fault is one line of text. */
import { z } from 'zod'

export const choicesSchema = z.looseObject({ choices: z.array(z.looseObject({ name: z.string(), value: z.string() })) })

export function choiceFaults(choices: readonly { readonly name: string; readonly value: string }[]): string[] {
  const fits = (text: string): boolean => text.length >= 1 && text.length <= 100
  return [
    ...(choices.length > 25 ? [`at most 25 suggestions, got ${choices.length}`] : []),
    ...choices
      .filter(({ name, value }) => !fits(name) || !fits(value))
      .map(({ name }) => `a suggestion is too long or empty: ${name}`),
  ]
}

type Option = {
  type: number
  name: string
  name_localizations?: Record<string, string> | null | undefined
  description?: string | undefined
  description_localizations?: Record<string, string> | null | undefined
  required?: boolean | undefined
  autocomplete?: boolean | undefined
  choices?: unknown[] | undefined
  options?: Option[] | undefined
}

const optionSchema: z.ZodType<Option> = z.lazy(() =>
  z.looseObject({
    type: z.int(),
    name: z.string(),
    name_localizations: z.record(z.string(), z.string()).nullish(),
    description: z.string().optional(),
    description_localizations: z.record(z.string(), z.string()).nullish(),
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    choices: z.array(z.unknown()).optional(),
    options: z.array(optionSchema).optional(),
  }),
)
export const commandsSchema = z.array(optionSchema)

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

/** The faults of commands and their options, localised names included (interactions/application-commands). */
export function commandFaults(commands: readonly Option[]): string[] {
  const faults = commands.flatMap(command => {
    const isSlash = (command.type ?? 1) === 1
    return isSlash
      ? optionTreeFaults(command)
      : [command.name, ...Object.values(command.name_localizations ?? {})].filter(
          name => name.length < 1 || name.length > 32,
        )
  })
  const languages = new Set(commands.flatMap(({ name_localizations }) => Object.keys(name_localizations ?? {})))
  for (const language of ['', ...languages]) {
    const names = commands.map(
      ({ type, name, name_localizations }) => `${type ?? 1} ${name_localizations?.[language] ?? name}`,
    )
    if (new Set(names).size < names.length) faults.push(`two commands have one name in ${language}`)
  }
  return faults
}

function optionTreeFaults(option: Option): string[] {
  const names = [option.name, ...Object.values(option.name_localizations ?? {})]
  const descriptions = [option.description ?? '', ...Object.values(option.description_localizations ?? {})]
  const options = option.options ?? []
  const firstOptional = options.findIndex(({ required }) => !required)
  const isInOrder = firstOptional === -1 || options.slice(firstOptional).every(({ required }) => !required)
  return [
    ...names.filter(name => !NAME.test(name) || name !== name.toLowerCase()).map(name => `bad name ${name}`),
    ...descriptions
      .filter(text => text.length < 1 || text.length > 100)
      .map(text => `bad description of ${option.name}: ${text}`),
    ...(isInOrder ? [] : [`/${option.name}: required options come first`]),
    ...(option.autocomplete && option.choices?.length ? [`${option.name}: suggestions exclude choices`] : []),
    ...options.flatMap(optionTreeFaults),
  ]
}
