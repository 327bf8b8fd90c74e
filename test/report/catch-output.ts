import { onTestFinished, vi } from 'vitest'

/** What this process writes until the test ends, instead of being shown. */
export function catchOutput(): { readonly stdout: string; readonly stderr: string } {
  const caught = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    const write = vi.spyOn(process[name], 'write').mockImplementation((text) => {
      caught[name] += text
      return true
    })
    onTestFinished(() => write.mockRestore())
  }
  return caught
}
