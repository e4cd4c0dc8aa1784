/** One seed for all property tests; `FAST_CHECK_SEED=…` tries another, as a developer who looks for more should. */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20210124) })
