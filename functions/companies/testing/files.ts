import type { Company } from '../../../shared/companies/company.ts';
import type { Imported, ImportVerdict } from '../../../shared/csv/importing.ts';
import { ask, type Member, ok } from '../../identity/testing/members.ts';

export const newClient = async (who: Member, facts: object) =>
  ok(await ask<Company>(who, 'POST', '/companies', { timeZone: 'America/Denver', ...facts }));

/** Clients by a part of their name. */
export const named = async (who: Member, q: string) =>
  ok(await ask<{ items: Company[] }>(who, 'GET', `/companies?q=${encodeURIComponent(q)}`)).items;

/** What a person does with files of one kind, as the page does it. */
export function filesOf(kind: 'company-import' | 'contact-import', by: Member) {
  const check = async (rows: object[], who = by) =>
    ok(await ask<{ rows: ImportVerdict[] }>(who, 'POST', `/${kind}/check`, { rows })).rows;
  const write = (rows: object[], who = by) => ask<Imported>(who, 'POST', `/${kind}`, { rows });
  /** Writes what a check of the same rows says. */
  const bring = async (rows: object[]): Promise<Imported> => {
    const verdicts = await check(rows);
    const ready = rows.flatMap((facts, at) => {
      const verdict = verdicts[at];
      if (verdict?.outcome === 'new') return [{ facts }];
      return verdict?.outcome === 'changed' ? [{ facts, over: { id: verdict.id, v: verdict.v } }] : [];
    });
    return ready.length > 0 ? ok(await write(ready)) : { created: 0, changed: 0 };
  };
  return { check, write, bring };
}
