import type { CalendarDate } from '../kernel/date.ts';

interface Release {
  name: string;
  /** Recognises the operating system's own words. */
  pattern: RegExp;
  /** Last day with security updates for everybody, paid extensions aside. */
  ends: CalendarDate;
}

/** A release of Windows 11: Enterprise and Education get updates for a year more than the others, "Pro Education" among these. */
function windows11(version: string, ends: CalendarDate, enterpriseEnds: CalendarDate): Release[] {
  const enterprise = '(?=.*\\b(?:enterprise|education)\\b)(?!.*\\bpro(?:fessional)? education\\b)';
  return [
    {
      name: `Windows 11 Enterprise ${version}`,
      pattern: new RegExp(`windows 11\\b${enterprise}.*\\b${version}\\b`, 'i'),
      ends: enterpriseEnds,
    },
    { name: `Windows 11 ${version}`, pattern: new RegExp(`windows 11\\b.*\\b${version}\\b`, 'i'), ends },
  ];
}

/** A long-term release, which tells its version by half-year or by year; `IoT`, in tills and the like, may get updates for longer. */
function longTerm(name: string, versions: string, ends: CalendarDate): Release {
  const [, system = '', iot = ''] = /^(Windows \d+)( IoT)?/.exec(name) ?? [];
  const also = ['\\blts[bc]\\b', `\\b(?:${versions})\\b`, ...(iot ? ['\\biot\\b'] : [])];
  return { name, pattern: new RegExp(`${system}\\b${also.map((one) => `(?=.*${one})`).join('')}`, 'i'), ends };
}

/** Source: Microsoft Lifecycle, "Search product and services lifecycle information"; more particular names come first. */
const RELEASES: readonly Release[] = [
  longTerm('Windows 11 IoT Enterprise LTSC 2024', '2024|24h2', '2034-10-10'),
  longTerm('Windows 11 Enterprise LTSC 2024', '2024|24h2', '2029-10-09'),
  longTerm('Windows 10 IoT Enterprise LTSC 2021', '2021|21h2', '2032-01-13'),
  longTerm('Windows 10 Enterprise LTSC 2021', '2021|21h2', '2027-01-12'),
  longTerm('Windows 10 Enterprise LTSC 2019', '2019|1809', '2029-01-09'),
  longTerm('Windows 10 Enterprise LTSB 2016', '2016|1607', '2026-10-13'),
  longTerm('Windows 10 Enterprise LTSB 2015', '2015|1507', '2025-10-14'),
  ...windows11('21H2', '2023-10-10', '2024-10-08'),
  ...windows11('22H2', '2024-10-08', '2025-10-14'),
  ...windows11('23H2', '2025-11-11', '2026-11-10'),
  ...windows11('24H2', '2026-10-13', '2027-10-12'),
  ...windows11('25H2', '2027-10-12', '2028-10-10'),
  // A long-term release that does not tell which one it is has an end that nobody knows.
  { name: 'Windows 10', pattern: /windows 10\b(?!.*\blts[bc]\b)/i, ends: '2025-10-14' },
  { name: 'Windows 8.1', pattern: /windows 8\.1\b/i, ends: '2023-01-10' },
  { name: 'Windows 7', pattern: /windows 7\b/i, ends: '2020-01-14' },
  { name: 'Windows Server 2008', pattern: /windows server 2008\b/i, ends: '2020-01-14' },
  { name: 'Windows Server 2012', pattern: /windows server 2012\b/i, ends: '2023-10-10' },
  { name: 'Windows Server 2016', pattern: /windows server 2016\b/i, ends: '2027-01-12' },
  { name: 'Windows Server 2019', pattern: /windows server 2019\b/i, ends: '2029-01-09' },
  { name: 'Windows Server 2022', pattern: /windows server 2022\b/i, ends: '2031-10-14' },
  { name: 'Windows Server 2025', pattern: /windows server 2025\b/i, ends: '2034-11-14' },
];

/** The release an operating system belongs to and the last day of its support; undefined when nobody has told us. */
export function osSupport(os: string | undefined): { name: string; ends: CalendarDate } | undefined {
  const release = os ? RELEASES.find(({ pattern }) => pattern.test(os)) : undefined;
  return release && { name: release.name, ends: release.ends };
}

/** True for releases whose successor is an update of the same product, not a purchase. */
export function isFeatureUpdate(name: string): boolean {
  return /^Windows 11 (Enterprise )?\d\dH\d$/.test(name);
}
