import type { Organisation } from '../../../shared/integrations/organisation.ts';
import type { Choice } from './company-choice.tsx';

/** What a person chose for tenants that feed nobody yet, by organisation. Absent: not touched, so the guess stands. */
export type Draft = ReadonlyMap<string, Choice>;

/**
 * `check`: only a guess with doubts; a person must say yes. `out`: nobody is chosen, so the tenant is left out. `refused`:
 * the vendor gives nothing for a tenant that feeds nobody yet; `trouble`: nor for one that does.
 */
export type Match = 'mapped' | 'leaving' | 'trouble' | 'refused' | 'sure' | 'check' | 'chosen' | 'out';

/** The client that stands in the row of a tenant. */
export function choiceOf({ organisationId, companyId, companyName, guess }: Organisation, draft: Draft): Choice {
  if (companyId) return { companyId, name: companyName ?? '' };
  const chosen = draft.get(organisationId);
  if (chosen !== undefined) return chosen;
  return guess ? { companyId: guess.companyId, name: guess.companyName } : null;
}

/** How far a tenant's mapping is. */
export function matchOf(organisation: Organisation, draft: Draft): Match {
  const { organisationId, companyId, leaving, trouble, guess } = organisation;
  if (leaving) return 'leaving';
  if (companyId) return trouble ? 'trouble' : 'mapped';
  const chosen = draft.get(organisationId);
  if (chosen) return 'chosen';
  if (trouble) return 'refused';
  if (chosen === null) return 'out';
  if (!guess) return 'out';
  return guess.sure ? 'sure' : 'check';
}

/**
 * The mappings that are ready to be made: sure guesses that nobody took back, and choices. Of two tenants with one client
 * only the first is ready, since a client takes one.
 */
export function readyToMap(
  organisations: readonly Organisation[],
  draft: Draft,
): { organisation: Organisation; companyId: string }[] {
  const taken = new Set(organisations.flatMap(({ companyId }) => companyId ?? []));
  return organisations.flatMap((organisation) => {
    const match = matchOf(organisation, draft);
    const companyId = choiceOf(organisation, draft)?.companyId;
    if ((match !== 'sure' && match !== 'chosen') || !companyId || taken.has(companyId)) return [];
    taken.add(companyId);
    return [{ organisation, companyId }];
  });
}
