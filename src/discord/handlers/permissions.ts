/** Which permissions the bot needs, and which of them it lacks in a channel. Interactions need none: only answers to mentions do. */
import { type Message, PermissionFlagsBits } from 'discord.js'

export type PermissionName = 'ViewChannel' | 'SendMessages' | 'SendMessagesInThreads' | 'ReadMessageHistory'

/** What the invite link asks for. Without Read Message History answers to mentions are sent, but not as replies. */
export const NEEDED: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'ReadMessageHistory',
]

export const neededPermissions: bigint = NEEDED.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n)

/** What is missing where the message was written; nothing in direct messages, or where Discord has not said. */
export function missingPermissions(message: Message): readonly PermissionName[] {
  const { channel, guild } = message
  const me = guild?.members.me
  if (channel.isDMBased() || me === null || me === undefined) return []
  const granted = channel.permissionsFor(me)
  if (granted === null) return []
  // Threads have a permission of their own, and heed the other one not at all.
  const send = channel.isThread() ? 'SendMessagesInThreads' : 'SendMessages'
  const needed: readonly PermissionName[] = ['ViewChannel', send, 'ReadMessageHistory']
  return needed.filter(name => !granted.has(PermissionFlagsBits[name]))
}
