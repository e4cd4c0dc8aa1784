/** Finds a channel that the bot may write in without being asked. */
import { type Client, DiscordAPIError, PermissionFlagsBits, type SendableChannels } from 'discord.js'

/** The channel; null where there is none (any more), or the bot may not write there. */
export async function sendable(client: Client<true>, id: string): Promise<SendableChannels | null> {
  const channel = await client.channels.fetch(id).catch(error => {
    if (error instanceof DiscordAPIError) return null
    throw error
  })
  if (channel === null || channel.isDMBased() || !channel.isSendable()) return null
  const granted = channel.guild.members.me === null ? null : channel.permissionsFor(channel.guild.members.me)
  return granted?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]) === false ? null : channel
}
