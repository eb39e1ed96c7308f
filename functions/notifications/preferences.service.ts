import { changedMeanwhile } from '../../shared/kernel/error.ts';
import {
  type Digest,
  type Preferences,
  type PreferencesChange,
  UNTOUCHED,
} from '../../shared/notifications/preferences.ts';
import { commit } from '../_kit/commit.ts';
import type { Scope } from '../_kit/scope.ts';
import { startingOver } from '../_kit/starting-over.ts';
import { ATTEMPTS, bellOf, moved, own, silent } from './bell.ts';
import type { BellRow, DigestMark } from './notification.entity.ts';

/** What the actor wants to hear of. */
export async function preferences(scope: Scope): Promise<Preferences> {
  return (await bellOf(scope, own(scope)))?.preferences ?? UNTOUCHED;
}

/** A digest begins with what comes from now on, and goes to the side, console or portal, on which it was asked for last. */
function markOf(scope: Scope, { digestMark, sequence }: BellRow, digest: Digest): DigestMark | undefined {
  if (digest === 'off') return undefined;
  const { actor } = scope;
  const at = scope.now().toISOString();
  const { companyId: _, ...mark } = digestMark ?? { at, toldAt: at, sequence };
  return actor.kind === 'client' ? { ...mark, companyId: actor.companyId } : mark;
}

/** Sets what the actor wants to hear of. 409 when they set it elsewhere meanwhile; a bell that rings is no such change. */
export function setPreferences(scope: Scope, { v, muted, digest }: PreferencesChange): Promise<Preferences> {
  return startingOver(ATTEMPTS, async () => {
    const bell = await bellOf(scope, own(scope), { consistent: true });
    const before = bell ?? silent(own(scope));
    const known = before.preferences ?? UNTOUCHED;
    if (known.v !== v) throw changedMeanwhile('notification preferences', known.v);
    const set: Preferences = { v: v + 1, muted: [...new Set(muted)].sort(), digest };
    const after = { ...before, v: before.v + 1, preferences: set, digestMark: markOf(scope, before, digest) };
    return commit(scope, [moved(bell, after)], [], set);
  });
}
