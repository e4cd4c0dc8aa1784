/** `npm run start:shards`: Discord by several processes, one a shard, which share the data folder that this one owns. */
import { join } from 'node:path'
import { config as loadEnvironment } from 'dotenv'
import { readConfig } from './config.ts'
import { startShards } from './discord/connection/sharding.ts'
import { ConfigError } from './errors.ts'
import { lendFolder, ownFolder } from './folder/disk/owner.ts'
import { createLogger } from './log.ts'
import { failed, untilToldToEnd } from './terminal/program.ts'

async function start(): Promise<number> {
  const told = untilToldToEnd()
  const { discordToken: token, discordApi, dataDir, shards: count, logLevel } = readConfig(process.env)
  if (token === null) throw new ConfigError("expected DISCORD_TOKEN to be a bot's token, got none")
  const logger = createLogger(logLevel)
  const release = await ownFolder(dataDir, error => {
    // The shards end with the process that they share the folder with.
    logger.fatal({ err: error }, 'another process took the data folder: leaving it to that one')
    process.exit(1)
  })
  await lendFolder(dataDir, process.env)
  const shards = startShards({
    token,
    count,
    address: discordApi === null ? null : { api: discordApi },
    program: join(import.meta.dirname, 'main.ts'),
    logger,
  })
  process.on('SIGHUP', () => shards.reload())
  try {
    await Promise.race([told, shards.failed])
  } finally {
    await shards.stop()
    await release()
  }
  return 0
}

loadEnvironment({ quiet: true })
process.exitCode = await start().catch(failed)
