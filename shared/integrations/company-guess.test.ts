import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GuessableCompany, guessCompany, wordsOf } from './company-guess.ts';
import { NewOrganisation } from './organisation.ts';

const company = (name: string, website = ''): GuessableCompany => ({ companyId: name, name, website });
const CLIENTS = [
  company('Harbor & Finch LLP', 'https://www.hfinch-law.com/'),
  company('Cedar Ridge Family Dental'),
  company('Tallgrass Manufacturing'),
  company('Summit Peak Builders', 'https://summitpeak.example'),
];

describe('which client a tenant is', () => {
  it('is sure by the web domain, whatever the name', () => {
    expect(guessCompany({ name: 'HFL', domains: ['hfl.onmicrosoft.com', 'hfinch-law.com'] }, CLIENTS)).toEqual({
      companyId: 'Harbor & Finch LLP',
      companyName: 'Harbor & Finch LLP',
      sure: true,
      reasons: ['Domain hfinch-law.com is the one of its website'],
    });
  });

  it('is sure by the same name, legal form, case and accents aside', () => {
    const guess = guessCompany({ name: 'CEDAR RIDGE Family Dental, PLLC', domains: [] }, CLIENTS);
    expect(guess).toMatchObject({ companyId: 'Cedar Ridge Family Dental', sure: true, reasons: ['Same name'] });
  });

  it('is a guess by a similar name', () => {
    const guess = guessCompany({ name: 'Summit Peak Holdings', domains: ['spb.example'] }, CLIENTS);
    expect(guess).toMatchObject({ companyId: 'Summit Peak Builders', sure: false });
  });

  it('is left open when nothing matches or two match alike', () => {
    expect(guessCompany({ name: 'Northlight Test', domains: [] }, CLIENTS)).toBeUndefined();
    expect(guessCompany({ name: 'Peak', domains: [] }, [company('Peak One'), company('Peak Two')])).toBeUndefined();
    expect(guessCompany({ name: '', domains: [] }, CLIENTS)).toBeUndefined();
  });

  it('does not depend on the order of the clients', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(CLIENTS, { minLength: 4 }), fc.string(), (clients, name) => {
        expect(guessCompany({ name, domains: ['hfinch-law.com'] }, clients)).toEqual(
          guessCompany({ name, domains: ['hfinch-law.com'] }, CLIENTS),
        );
      }),
    );
  });

  it('compares words that tell companies apart', () => {
    expect(wordsOf('Café Müller & Sons, Inc.')).toEqual(['cafe', 'muller', 'sons']);
  });
});

describe('a tenant is added', () => {
  const integrationId = '01m81gvw8s2yv273x2z51v18gx';
  it.each(['contoso.com', 'Contoso.OnMicrosoft.com', 'AAAAAAAA-0000-4000-8000-000000000001'])('as %s', (tenant) => {
    expect(NewOrganisation.parse({ integrationId, tenant }).tenant).toBe(tenant.toLowerCase());
  });
  it.each(['contoso', 'https://contoso.com', 'a/../b.com', 'x@contoso.com', '.com', ''])('never as "%s"', (tenant) => {
    expect(NewOrganisation.safeParse({ integrationId, tenant }).success).toBe(false);
  });
});
