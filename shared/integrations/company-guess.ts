import { z } from 'zod';
import { CompanyId } from '../kernel/id.ts';

/** Which company an organisation probably is, and why. `sure` needs a domain, or the whole name of one company alone. */
export const CompanyGuess = z.object({
  companyId: CompanyId,
  companyName: z.string(),
  sure: z.boolean(),
  reasons: z.array(z.string()),
});
export type CompanyGuess = z.infer<typeof CompanyGuess>;

export interface GuessableCompany {
  companyId: string;
  name: string;
  /** Web address, may be ''. */
  website: string;
}

/** Legal forms say nothing about who a company is. */
const LEGAL_FORMS = new Set(
  'llp llc inc ltd limited corp corporation co company gmbh ag plc pc pllc pa lp the and'.split(' '),
);

/** Words of a name that tell companies apart: lower case, no accents, no legal forms. */
export function wordsOf(name: string): string[] {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !LEGAL_FORMS.has(word));
}

function hostOf(website: string): string {
  return URL.canParse(website) ? new URL(website).hostname.toLowerCase().replace(/^www\./, '') : '';
}

/** Share of words in common, 0 to 1 (Jaccard); a word that begins another one ("mfg", "mfgs") counts as equal. */
function likeness(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0;
  const one = new Set(left);
  const other = new Set(right);
  const common = [...one].filter((word) => other.has(word)).length;
  return common / (one.size + other.size - common);
}

const WORTH_SHOWING = 0.5;

interface Candidate {
  company: GuessableCompany;
  score: number;
  reasons: string[];
  domain: boolean;
}

function weigh(organisation: { name: string; domains: readonly string[] }, company: GuessableCompany): Candidate {
  const host = hostOf(company.website);
  const domain = organisation.domains.find((name) => host !== '' && (host === name || host.endsWith(`.${name}`)));
  const alike = likeness(wordsOf(organisation.name), wordsOf(company.name));
  const reasons = [
    ...(domain ? [`Domain ${domain} is the one of its website`] : []),
    ...(alike === 1 ? ['Same name'] : alike >= WORTH_SHOWING ? [`Similar name: ${company.name}`] : []),
  ];
  return { company, score: (domain ? 2 : 0) + alike, reasons, domain: domain !== undefined };
}

/**
 * The company that an organisation most likely is: by web domain first, then by name. Undefined when nothing speaks for
 * any of them, or when two speak equally.
 */
export function guessCompany(
  organisation: { name: string; domains: readonly string[] },
  companies: readonly GuessableCompany[],
): CompanyGuess | undefined {
  const ranked = companies
    .map((company) => weigh(organisation, company))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((left, right) => right.score - left.score);
  const [best, second] = ranked;
  if (!best || best.score === second?.score) return undefined;
  const { companyId, name } = best.company;
  return { companyId, companyName: name, sure: best.domain || best.score === 1, reasons: best.reasons };
}
