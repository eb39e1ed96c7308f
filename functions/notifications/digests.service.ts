import { digestPlanned } from '../../events/notifications.ts';
import { digestDue } from '../../shared/notifications/digest.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { put } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { startingOver } from '../_kit/starting-over.ts';
import { all } from '../_kit/store.ts';
import { get as companyOf } from '../companies/companies.service.ts';
import { currentMsp } from '../identity/msp-record.service.ts';
import { ATTEMPTS, bellOf, moved, unaudited } from './bell.ts';
import { DigestMailEntity } from './digest-mail.entity.ts';
import { newsOf, readerOf } from './news.ts';
import { BellEntity, type BellRow, type DigestMark } from './notification.entity.ts';

/** People of one MSP and of all its clients. */
const MOST_PEOPLE = 20_000;
/** A digest that was sent is kept so long. */
const KEPT_SECONDS = 30 * 86_400;

/** The mark of somebody whose digest is due; none otherwise. */
function dueMark(scope: Scope, bell: BellRow | undefined, zone: string): DigestMark | undefined {
  const { digestMark: mark, preferences } = bell ?? {};
  if (!mark || !preferences || preferences.digest === 'off') return undefined;
  return digestDue(preferences.digest, zone, new Date(mark.at), scope.now()) ? mark : undefined;
}

/** Plans a person's digest if it is still due. The mark moves in the same commit: each day counts once, mail or no mail. */
function plan(scope: Scope, { mspId, userId }: BellRow, zone: string): Promise<void> {
  return startingOver(ATTEMPTS, async () => {
    const bell = await bellOf(scope, { mspId, userId }, { consistent: true });
    const mark = dueMark(scope, bell, zone);
    if (!bell || !mark) return;
    const { companyId, sequence: after, toldAt: since } = mark;
    const reader = await readerOf(scope, userId, companyId);
    if (!reader) return;
    const news = await newsOf(scope, bell, { after, upTo: bell.sequence }, reader);
    const at = scope.now().toISOString();
    const digestMark = { ...mark, at, sequence: bell.sequence, ...(news.length > 0 ? { toldAt: at } : {}) };
    const told = moved(bell, { ...bell, v: bell.v + 1, digestMark });
    if (news.length === 0) return commit(scope, [told]);
    const mail = {
      ...{ mspId, userId, mailId: newId(scope.now()), v: 1, state: 'planned' as const, companyId },
      ...{ after, upTo: bell.sequence, since, plannedAt: at },
      ttl: Math.floor(scope.now().getTime() / 1000) + KEPT_SECONDS,
    };
    await commit(
      scope,
      [told, put(DigestMailEntity, mail, unaudited)],
      [digestPlanned.of({ userId, mailId: mail.mailId })],
    );
  });
}

/** Zones by which people live: that of their company, or the MSP's own. */
async function zonesOf(scope: Scope, bells: readonly BellRow[]): Promise<(bell: BellRow) => string> {
  const companyIds = new Set(bells.flatMap(({ digestMark }) => digestMark?.companyId ?? []));
  const [msp, companies] = await Promise.all([
    currentMsp(scope),
    Promise.all([...companyIds].map((companyId) => companyOf(scope, { companyId }))),
  ]);
  const zones = new Map(companies.map(({ companyId, timeZone }) => [companyId, timeZone]));
  return ({ digestMark }) => zones.get(digestMark?.companyId ?? '') ?? msp.timeZone;
}

/** Plans the digests that are due, for those who have something to read. */
export async function sendDigests(scope: Scope): Promise<void> {
  const query = BellEntity.query.wantingDigest({ mspId: scope.mspId });
  const bells = await all(scope, BellEntity, query, { most: MOST_PEOPLE });
  if (bells.length === 0) return;
  const zoneOf = await zonesOf(scope, bells);
  for (const bell of bells) {
    const zone = zoneOf(bell);
    if (dueMark(scope, bell, zone)) await plan(scope, bell, zone);
  }
}
