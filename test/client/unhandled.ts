import { turns } from './fake-clock.ts'

/** The rejections that nobody handled while something ran and a little longer. */
export async function unhandledDuring(run: () => Promise<unknown>): Promise<readonly unknown[]> {
  const unhandled: unknown[] = []
  const note = (reason: unknown) => void unhandled.push(reason)
  process.on('unhandledRejection', note)
  try {
    await run()
    await turns(5)
  } finally {
    process.off('unhandledRejection', note)
  }
  return unhandled
}
