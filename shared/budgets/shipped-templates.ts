import type { BudgetTemplate, TemplateLine } from './budget-template.ts';

type Line = Pick<TemplateLine, 'label' | 'type' | 'quantity' | 'unitMinor'> & Partial<TemplateLine>;

const line = (own: Line): TemplateLine => ({
  perSeat: false,
  recurrence: 'one-time',
  month: 0,
  termMonths: 12,
  note: '',
  ...own,
});
const seat = (label: string, unitMinor: number, note = '') =>
  line({ label, type: 'subscription', quantity: 1, perSeat: true, unitMinor, recurrence: 'monthly', note });
const work = (label: string, hours: number, month: number, note = '') =>
  line({ label, type: 'labour', quantity: hours, unitMinor: 16_500, month, note });

const template = (templateId: string, name: string, description: string, lines: TemplateLine[]): BudgetTemplate => ({
  templateId,
  name,
  description,
  currency: 'USD',
  shipped: true,
  lines,
  v: 0,
});

/** The templates that Fairlead brings. Prices are starting points in US dollars, to be replaced by the MSP's own. */
export const SHIPPED_TEMPLATES: readonly BudgetTemplate[] = [
  template(
    'standard-it-support',
    'Standard IT support',
    'A year of managed services for every seat, with the usual reviews.',
    [
      seat('Managed support', 11_000, 'Help desk, monitoring and patching for each person.'),
      seat('Microsoft 365 Business Premium', 2_200, 'Mail, Office, device management and sign-in protection.'),
      seat('Microsoft 365 backup', 400, 'Mail and files, kept apart from Microsoft.'),
      line({
        label: 'Server backup, local and off site',
        type: 'subscription',
        quantity: 1,
        unitMinor: 18_500,
        recurrence: 'monthly',
      }),
      line({
        label: 'Domain names and certificates',
        type: 'other',
        quantity: 3,
        unitMinor: 4_500,
        recurrence: 'annual',
        month: 2,
      }),
      work('Quarterly business reviews', 16, 0, 'Four meetings with preparation and minutes.'),
      work('Restore test, twice a year', 6, 5, 'We bring data back and show the proof.'),
      line({
        label: 'Spare laptop',
        type: 'hardware',
        quantity: 1,
        unitMinor: 115_000,
        month: 3,
        note: 'Ready when one breaks.',
      }),
    ],
  ),
  template(
    'project-implementation',
    'Project implementation',
    'One piece of work from kickoff to handover, in phases.',
    [
      work('Discovery and design', 16, 0, 'What is there, what is wanted, and the plan to get there.'),
      work('Procurement and preparation', 8, 1),
      line({
        label: 'Equipment',
        type: 'hardware',
        quantity: 1,
        unitMinor: 0,
        month: 1,
        note: 'Enter what the design asks for.',
      }),
      line({ label: 'Software and licences', type: 'software', quantity: 1, unitMinor: 0, month: 1 }),
      work('Build and migration', 40, 2),
      work('Testing with your people', 10, 3),
      work('Training and documents', 8, 4, 'Short sessions by role, and guides that stay.'),
      work('Go-live and two weeks beside you', 16, 4),
      line({
        label: 'Reserve for surprises',
        type: 'other',
        quantity: 1,
        unitMinor: 150_000,
        month: 4,
        note: 'Spent only with your word.',
      }),
    ],
  ),
  template(
    'infrastructure-refresh',
    'Infrastructure refresh',
    'Servers, network and workplaces past their life, spread over the year.',
    [
      line({
        label: 'Workstations',
        type: 'hardware',
        quantity: 10,
        unitMinor: 115_000,
        month: 3,
        note: 'Those over five years old.',
      }),
      line({ label: 'Server', type: 'hardware', quantity: 1, unitMinor: 745_000, month: 0 }),
      line({ label: 'Firewall', type: 'hardware', quantity: 1, unitMinor: 114_000, month: 6 }),
      line({ label: 'Switches', type: 'hardware', quantity: 2, unitMinor: 148_000, month: 6 }),
      line({ label: 'Access points', type: 'hardware', quantity: 4, unitMinor: 42_000, month: 6 }),
      line({ label: 'UPS and batteries', type: 'hardware', quantity: 1, unitMinor: 92_000, month: 0 }),
      line({
        label: 'Warranty, next business day',
        type: 'other',
        quantity: 1,
        unitMinor: 68_000,
        recurrence: 'annual',
        month: 0,
      }),
      work('Set-up of workstations', 15, 3),
      work('Server migration', 20, 0, 'On a weekend, with a way back.'),
      work('Network change', 12, 6),
      line({ label: 'Disposal with certificate', type: 'other', quantity: 13, unitMinor: 2_500, month: 9 }),
    ],
  ),
  template(
    'security-enhancement',
    'Security enhancement',
    'What insurers and auditors ask for first, in the order of effect.',
    [
      seat('Managed detection and response', 900, 'Somebody watches at night, too.'),
      seat('Mail security', 350),
      seat('Security awareness training', 300, 'Short lessons and test mails through the year.'),
      seat('Password manager', 450),
      work('Second factor for everybody', 12, 0),
      work('Conditional access and old sign-ins off', 10, 1),
      work('Administrator accounts apart', 6, 1),
      work('Forged mail refused (DMARC)', 6, 2),
      line({
        label: 'Vulnerability scans',
        type: 'subscription',
        quantity: 1,
        unitMinor: 22_000,
        recurrence: 'monthly',
        month: 2,
      }),
      work('Yearly risk assessment', 24, 5, 'A report that auditors and insurers accept.'),
      work('Incident tabletop', 8, 8, 'An afternoon with the people who would decide.'),
      line({
        label: 'Immutable backup copy',
        type: 'subscription',
        quantity: 1,
        unitMinor: 12_500,
        recurrence: 'monthly',
        month: 3,
      }),
    ],
  ),
];
