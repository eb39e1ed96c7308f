import type { CalendarDate } from '../kernel/date.ts';

interface Release {
  name: string;
  /** Recognises the operating system's own words. */
  pattern: RegExp;
  /** Last day with security updates for everybody, paid extensions aside. */
  ends: CalendarDate;
}

/** Source: Microsoft Lifecycle, "Search product and services lifecycle information"; more particular names come first. */
const RELEASES: readonly Release[] = [
  { name: 'Windows 11 21H2', pattern: /windows 11\b.*\b21h2/i, ends: '2023-10-10' },
  { name: 'Windows 11 22H2', pattern: /windows 11\b.*\b22h2/i, ends: '2024-10-08' },
  { name: 'Windows 11 23H2', pattern: /windows 11\b.*\b23h2/i, ends: '2025-11-11' },
  { name: 'Windows 11 24H2', pattern: /windows 11\b.*\b24h2/i, ends: '2026-10-13' },
  { name: 'Windows 11 25H2', pattern: /windows 11\b.*\b25h2/i, ends: '2027-10-12' },
  { name: 'Windows 10', pattern: /windows 10\b/i, ends: '2025-10-14' },
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
  return /^Windows 11 \d\dH\d$/.test(name);
}
