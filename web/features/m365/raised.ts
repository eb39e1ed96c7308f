/** A finding that a client's tenant raised, as far as these pages show it. The route brings them. */
export interface Raised {
  findingId: string;
  /** `secure-score`, `licence-unassigned` and the like. */
  kind: string;
  title: string;
  risk: 'critical' | 'high' | 'medium' | 'low';
  status: 'open' | 'planned';
  /** Control, SKU or role that it is about. */
  recordId: string;
  plannerItemId?: string;
  affectedCount: number;
  saving?: { minorPerYear: number; currency: string };
}

/** Where a client's Microsoft 365 pages lead. */
export interface M365Hrefs {
  finding: (findingId: string) => string;
  findings: string;
  plannerItem: (plannerItemId: string) => string;
  /** A device on its list. */
  device: (deviceId: string) => string;
  /** Where a tenant is mapped to this client. */
  connect: string;
  /** The sync that feeds this client. */
  sync?: string;
  tab: (tab: 'score' | 'licences' | 'users') => string;
}

/** How old the data is, as the integration tells. */
export interface Source {
  syncedAt?: string;
  running?: boolean;
  /** What is wrong with the integration, in one sentence. */
  trouble?: string;
}

/** Findings about one record. */
export function raisedAbout(raised: readonly Raised[], recordId: string, kind: (kind: string) => boolean): Raised[] {
  return raised.filter((one) => one.recordId === recordId && kind(one.kind));
}

/** Licences of a SKU that bring nothing to anybody, by reason. */
export interface WasteLine {
  findingId: string;
  word: string;
  count: number;
  planned: boolean;
}

const WASTE_WORDS: Record<string, string> = {
  'licence-unassigned': 'unassigned',
  'licence-disabled': 'on disabled accounts',
  'licence-inactive': 'on unused accounts',
  'licence-duplicate': 'covered twice',
};

/** Waste of one SKU from its findings; unassigned seats are counted by the licence itself. */
export function wasteOf(raised: readonly Raised[], partNumber: string, available: number): WasteLine[] {
  return raisedAbout(raised, partNumber, (kind) => kind in WASTE_WORDS).map(
    ({ findingId, kind, affectedCount, status }) => ({
      findingId,
      word: WASTE_WORDS[kind] ?? '',
      count: kind === 'licence-unassigned' ? available : affectedCount,
      planned: status === 'planned',
    }),
  );
}
