import { env } from '../_kit/env.ts';
import { type Addressed, sendOnce } from '../_kit/mail-once.ts';
import type { Scope } from '../_kit/scope.ts';
import { get as companyOf } from '../companies/companies.service.ts';
import { currentMsp } from '../identity/msp-record.service.ts';
import { bellOf } from './bell.ts';
import { digestLetter, named } from './digest-letter.ts';
import { DigestMailEntity, type DigestMailRow } from './digest-mail.entity.ts';
import { newsOf, readerOf } from './news.ts';

/** The digest as things stand; none when its reader left or wants none any more, or has read it all meanwhile. */
async function digest(scope: Scope, mail: DigestMailRow): Promise<Addressed | undefined> {
  const { userId, companyId } = mail;
  const [reader, bell, msp] = await Promise.all([
    readerOf(scope, userId, companyId),
    bellOf(scope, mail, { consistent: true }),
    currentMsp(scope),
  ]);
  if (!reader || !bell?.digestMark) return undefined;
  const news = await newsOf(scope, bell, mail, reader);
  if (news.length === 0) return undefined;
  const companyIds = new Set([...named(news).map((one) => one.companyId), companyId].filter((id) => id !== undefined));
  const companies = await Promise.all([...companyIds].map((id) => companyOf(scope, { companyId: id })));
  const letter = digestLetter({
    msp,
    origin: env('ORIGIN'),
    reader: companyId ? 'client' : 'staff',
    news,
    names: new Map(companies.map((company) => [company.companyId, company.name])),
    since: new Date(mail.since),
    now: new Date(mail.plannedAt),
    zone: companies.find((company) => company.companyId === companyId)?.timeZone ?? msp.timeZone,
  });
  return { to: reader.email, letter };
}

/** Sends a planned digest, once. */
export async function sendDigest(scope: Scope, { userId, mailId }: { userId: string; mailId: string }): Promise<void> {
  const get = DigestMailEntity.get({ mspId: scope.mspId, userId, mailId });
  await sendOnce(scope, DigestMailEntity, get, digest);
}
