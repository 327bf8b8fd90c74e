import { readFileSync } from 'node:fs'

/** What a process has used. */
export interface Usage {
  readonly cpuSeconds: number
  /** Its peak resident memory. */
  readonly mebibytes: number
}

/** A running process, without those that it started; undefined where the system does not tell. */
export function usageOf(pid: number): Usage | undefined {
  if (process.platform !== 'linux') return undefined
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return { cpuSeconds: ticks(pid, 11), mebibytes: Number(kilobytes) / 1024 }
}

/** The processor's time of all children of this process that have ended, with theirs, in seconds. */
export function cpuOfChildren(): number | undefined {
  return process.platform === 'linux' ? ticks('self', 13) : undefined
}

/** Two fields of `man 5 proc_pid_stat`, of the user and of the system, counted from after the name: ticks of 10 ms, in seconds. */
function ticks(process: number | 'self', first: number): number {
  const fields = readFileSync(`/proc/${process}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[first]) + Number(fields[first + 1])) / 100
}
