const id = (n: number) => `01k9zcedar00000000000001${n}`;

/** Licences, devices, findings and goals of the demo MSP's dental practice, as a report holds them. */
export const LICENCES = {
  currency: 'USD',
  monthlyMinor: 42_000,
  purchased: 31,
  assigned: 29,
  available: 2,
  rows: [
    {
      name: 'Microsoft 365 Business Premium',
      purchased: 12,
      assigned: 12,
      available: 0,
      monthlyMinor: 26_400,
      nextChange: '2027-03-01',
    },
    { name: 'Microsoft 365 Business Standard', purchased: 9, assigned: 7, available: 2, monthlyMinor: 12_600 },
    { name: 'Microsoft 365 F1', purchased: 10, assigned: 10, available: 0 },
  ],
};

export const DEVICES = {
  currency: 'USD',
  fiscalYearStart: 1,
  devices: 73,
  overdue: { quarter: 'overdue', count: 15, minor: 1_725_000 },
  dueWithinYear: 9,
  warrantyEnded: 21,
  warrantyEnding: 4,
  osUnsupported: 2,
  quarters: [
    { quarter: '2027-Q1', count: 4, minor: 460_000 },
    { quarter: '2027-Q2', count: 5, minor: 575_000 },
  ],
  worst: [
    {
      deviceId: id(1),
      name: 'CRD-IMG-01',
      type: 'server',
      model: 'Dell PowerEdge R440',
      ageYears: 8,
      due: '2025-06-30',
    },
    { deviceId: id(2), name: 'CRD-FRONT-03', type: 'workstation', model: 'Dell OptiPlex 5060', due: '2025-09-14' },
  ],
};

export const FINDINGS = {
  byRisk: { critical: 1, high: 2, medium: 3, low: 0 },
  open: 5,
  planned: 1,
  worst: [
    {
      findingId: id(3),
      title: 'Two imaging servers run Windows Server 2016',
      why: 'Security updates end on January 12, 2027.',
      risk: 'critical',
      planned: true,
      raisedAt: '2026-08-03T09:00:00.000Z',
    },
    {
      findingId: id(4),
      title: 'IMAP sign-in is open',
      why: 'Old mail apps skip the second factor.',
      risk: 'high',
      planned: false,
      raisedAt: '2026-10-12T09:00:00.000Z',
    },
  ],
};

export const GOALS = {
  open: [
    {
      goalId: id(5),
      title: 'Pass the HIPAA review',
      category: 'compliance',
      standing: 'at-risk',
      progress: 64,
      targetDate: '2027-03-31',
    },
    {
      goalId: id(6),
      title: 'No sign-in without a second factor',
      category: 'security',
      standing: 'on-track',
      progress: 87,
    },
  ],
  achieved: [
    {
      goalId: id(7),
      title: 'Front desk signs in with keys',
      category: 'security',
      standing: 'achieved',
      progress: 100,
      targetDate: '2026-11-30',
    },
  ],
};
