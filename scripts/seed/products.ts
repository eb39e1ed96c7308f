import type { NewProduct, Product } from '../../shared/budgets/product.ts';
import type { Staff } from './staff.ts';

type Sold = Omit<NewProduct, 'currency'>;

/** What Northlight sells again and again. Prices are told in the demo's story, costs are made up. */
const SOLD: Record<string, Sold> = {
  laptop: {
    name: 'Latitude 5450, ready to work',
    sku: 'DL-5450',
    vendor: 'Dell',
    type: 'hardware',
    category: 'Workplace',
    unitPriceMinor: 148_000,
    unitCostMinor: 126_400,
    recurrence: 'one-time',
  },
  desktop: {
    name: 'OptiPlex 7010, ready to work',
    sku: 'DL-7010',
    vendor: 'Dell',
    type: 'hardware',
    category: 'Workplace',
    unitPriceMinor: 115_000,
    unitCostMinor: 97_900,
    recurrence: 'one-time',
  },
  firewall: {
    name: 'FortiGate 60F with a year of support',
    sku: 'FG-60F',
    vendor: 'Fortinet',
    type: 'hardware',
    category: 'Network',
    unitPriceMinor: 114_000,
    unitCostMinor: 91_200,
    recurrence: 'one-time',
  },
  backup: {
    name: 'Microsoft 365 backup, a person',
    sku: 'NL-M365-BU',
    vendor: 'Northlight',
    type: 'subscription',
    category: 'Backup',
    unitPriceMinor: 400,
    unitCostMinor: 210,
    recurrence: 'monthly',
  },
  detection: {
    name: 'Managed detection and response, a device',
    sku: 'NL-MDR',
    vendor: 'Northlight',
    type: 'subscription',
    category: 'Security',
    unitPriceMinor: 900,
    unitCostMinor: 540,
    recurrence: 'monthly',
  },
  passwords: {
    name: 'Password manager, a person',
    sku: 'NL-PW',
    vendor: 'Northlight',
    type: 'subscription',
    category: 'Security',
    unitPriceMinor: 450,
    unitCostMinor: 290,
    recurrence: 'monthly',
  },
  training: {
    name: 'HIPAA training, a person',
    sku: 'NL-HIPAA',
    vendor: 'Northlight',
    type: 'subscription',
    category: 'Training',
    unitPriceMinor: 2_400,
    recurrence: 'annual',
  },
  review: {
    name: 'Yearly security review, an hour',
    sku: 'NL-REV',
    vendor: 'Northlight',
    type: 'labour',
    category: 'Advisory',
    unitPriceMinor: 16_500,
    unitCostMinor: 4_800,
    recurrence: 'one-time',
  },
};

/** The catalogue, kept by finance; by key. */
export async function seedProducts({ of, dana }: Staff): Promise<Record<string, Product>> {
  const { api } = of.helen ?? dana;
  const made = await Promise.all(
    Object.entries(SOLD).map(
      async ([key, facts]): Promise<[string, Product]> => [key, await api.budgets.createProduct(facts)],
    ),
  );
  return Object.fromEntries(made);
}
