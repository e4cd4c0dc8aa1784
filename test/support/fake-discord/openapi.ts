/**
 * Discord's own description of its API, as a check of what the bot sends: in development alone, when `DISCORD_OPENAPI` names the file
 * (github.com/discord/discord-api-spec), because the file is large, not ours, and changes by the week.
 */
import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { z } from 'zod'

/** The faults of a request's JSON body; none for requests that the description does not know or that carry none. */
export type OpenApiCheck = (method: string, path: string, body: unknown) => string[]

const content = z.looseObject({ 'application/json': z.looseObject({ schema: z.unknown() }).optional() })
const operation = z.looseObject({ requestBody: z.looseObject({ content: content }).optional() })
const description = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })

/** Null when no description is at hand. */
export function openApiCheck(): OpenApiCheck | null {
  const file = process.env.DISCORD_OPENAPI
  if (file === undefined || file === '') return null
  const document: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const { paths } = description.parse(document)
  // Discord's words that JSON Schema does not know, and its formats, are taken as remarks.
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false })
  ajv.addSchema({ $id: 'discord', ...z.looseObject({}).parse(document) })
  const validators = new Map<string, ValidateFunction>()

  const validatorFor = (template: string, method: string): ValidateFunction | null => {
    const key = `${method} ${template}`
    const known = validators.get(key)
    if (known !== undefined) return known
    const parsed = operation.safeParse(paths[template]?.[method])
    if (parsed.data?.requestBody?.content['application/json'] === undefined) return null
    const pointer = template.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')
    const made = ajv.compile({
      $ref: `discord#/paths/${pointer}/${method}/requestBody/content/application~1json/schema`,
    })
    validators.set(key, made)
    return made
  }

  return (method, path, body) => {
    if (body === null) return []
    const template = Object.keys(paths).find(candidate => fits(candidate, path))
    const validate = template === undefined ? null : validatorFor(template, method.toLowerCase())
    if (validate === null || validate(withNumbers(body)) === true) return []
    const errors = (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
    return [`${method} ${path}: ${[...new Set(errors)].slice(0, 12).join('; ')}`]
  }
}

/**
 * Commands with their permissions as numbers. The description wants an integer where the documentation, and all libraries, have a bit
 * set as text (interactions/application-commands); Discord takes both.
 */
function withNumbers(body: unknown): unknown {
  if (!Array.isArray(body)) return body
  return body.map((command: unknown) =>
    typeof command === 'object' && command !== null && 'default_member_permissions' in command
      ? { ...command, default_member_permissions: Number(command.default_member_permissions) }
      : command,
  )
}

/** `/channels/{channel_id}/messages` fits `/channels/1/messages`; literal parts such as `@original` win, as they come first. */
function fits(template: string, path: string): boolean {
  const [parts, given] = [template.split('/'), path.split('/')]
  return parts.length === given.length && parts.every((part, at) => part.startsWith('{') || part === given[at])
}
