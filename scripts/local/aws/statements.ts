import { type ConditionBlock, conditionsHold, refuseUnknownOperators } from './conditions.ts';
import { arnMatches, type ContextOf, globMatches, PolicyError } from './policy-patterns.ts';

type OneOrMore = string | string[];

/** A policy statement as templates, trust policies and session policies carry it. */
export interface Statement {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Action?: OneOrMore;
  NotAction?: OneOrMore;
  Resource?: OneOrMore;
  NotResource?: OneOrMore;
  Principal?: '*' | Record<string, OneOrMore>;
  Condition?: ConditionBlock;
}

/** The statements of a policy document; throws `PolicyError` when it could never be judged. `owner` is for the message. */
export function statementsOf(document: unknown, owner: string): Statement[] {
  const statement = (document as { Statement?: Statement | Statement[] } | null | undefined)?.Statement;
  if (!statement) throw new PolicyError(`${owner}: the policy document has no Statement.`);
  const statements = [statement].flat();
  for (const { Effect, Action, NotAction, Condition } of statements) {
    if (Effect !== 'Allow' && Effect !== 'Deny') throw new PolicyError(`${owner}: Effect must be Allow or Deny.`);
    if (!Action === !NotAction) throw new PolicyError(`${owner}: a statement needs either Action or NotAction.`);
    refuseUnknownOperators(Condition);
  }
  return statements;
}

/** Whether the statement speaks about this action (case-blind). */
export function coversAction({ Action, NotAction }: Statement, action: string, context: ContextOf): boolean {
  const fits = (patterns: OneOrMore): boolean =>
    [patterns].flat().some((pattern) => globMatches(pattern, action, context, true));
  return NotAction === undefined ? fits(Action ?? []) : !fits(NotAction);
}

function coversResource({ Resource, NotResource }: Statement, resource: string, context: ContextOf): boolean {
  const fits = (patterns: OneOrMore): boolean =>
    [patterns].flat().some((pattern) => arnMatches(pattern, resource, context));
  return NotResource === undefined ? fits(Resource ?? []) : !fits(NotResource);
}

/** What statements say together about an action on a resource: an explicit deny wins, then an allow, else nothing. */
export function verdict(
  statements: Statement[],
  { action, resource }: { action: string; resource: string },
  context: ContextOf,
): 'Allow' | 'Deny' | undefined {
  const effects = statements
    .filter(
      (statement) =>
        coversAction(statement, action, context) &&
        coversResource(statement, resource, context) &&
        conditionsHold(statement.Condition, context),
    )
    .map(({ Effect }) => Effect);
  return effects.includes('Deny') ? 'Deny' : effects[0];
}
