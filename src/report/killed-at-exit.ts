import type { ChildProcess } from 'node:child_process'

/** The process, which ends at the latest with ours: also when a signal ends ours. */
export function killedAtExit<Child extends ChildProcess>(
  child: Child,
  kill = (): void => void child.kill('SIGKILL'),
): Child {
  process.once('exit', kill)
  child.once('close', () => process.off('exit', kill))
  return child
}
