import type { Model } from '../document/model.ts'
import type { Finding } from '../report/finding.ts'
import type { Exchange } from './case.ts'
import type { Measure } from './check.ts'
import { tokenForms, tokenMark } from './credentials.ts'
import { judge, unanswered } from './judge.ts'
import { memo } from './memo.ts'
import { type Plan, planFor } from './plan.ts'
import { requireKnownHints } from './resource/known-hints.ts'
import { type SchemaRules, schemaRules } from './schema-rules.ts'
import { secretsIn } from './secrets.ts'
import { type Failure, openSession, type Session, type SessionOptions } from './session.ts'
import { type Context, contextOf } from './strategy.ts'
import type { Target } from './target.ts'

/** What it takes to judge what a run has sent. */
export interface Judging {
  readonly context: Context
  readonly session: Session
}

/** A run before its first case. */
export interface Run extends Judging {
  readonly plan: Plan
}

/**
 * Opens a run: reads what the document says of it, and makes sure that somebody answers.
 *
 * @throws {CannotRunError} when the target cannot be reached, or refuses the token, or the document has hints that mean
 *   nothing
 */
export async function openRun(
  model: Model,
  target: Target,
  {
    seed,
    part = '',
    ...options
  }: Omit<SessionOptions, 'probePath'> & { readonly seed: number; readonly part?: string },
): Promise<Run> {
  requireKnownHints(model)
  const context = contextFor(model, seed, part)
  const probePath = model.operations[0]?.path.replaceAll(/[{}]/g, '') ?? '/'
  const session = openSession(target, { ...options, probePath })
  const silence = await session.unreachable()
  if (silence) throw silence
  return { context, session, plan: await planFor(context, session) }
}

const known = new WeakMap<Model, { readonly rules: SchemaRules; readonly contexts: Map<string, Context> }>()

/** Worked out once for each document, seed and part: many runs may be made on one. */
function contextFor(model: Model, seed: number, part: string): Context {
  const { rules, contexts } = memo(known, model, () => ({ rules: schemaRules(model), contexts: new Map() }))
  return memo(contexts, `${seed} ${part}`, () => contextOf(model, rules, seed, part))
}

/** What checks judge a run's answers by: also the secrets that it has sent. */
export function measureOf({ context, session: { target, exchanges } }: Judging): Measure {
  return { ...context, secrets: [...tokenForms(target.token ?? tokenMark), ...secretsIn(context, exchanges)] }
}

/** Everything that is to be said of some answers, and of requests without one. */
export function findingsOf(
  judging: Judging,
  { exchanges, failures }: { readonly exchanges: readonly Exchange[]; readonly failures: readonly Failure[] },
): Finding[] {
  const by = measureOf(judging)
  const where = { target: judging.session.target, seed: judging.context.seed }
  return [
    ...exchanges.flatMap((exchange) => judge(exchange, by, where)),
    ...failures.map((failure) => unanswered(failure, where)),
  ]
}
