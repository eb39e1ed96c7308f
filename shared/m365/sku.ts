/** What a licence brings, as far as two licences of one person can overlap. */
export type Entitlement = 'mail' | 'office' | 'entra-p1' | 'intune' | 'defender' | 'power-bi' | 'visio' | 'copilot';

interface Sku {
  name: string;
  /** Monthly price in minor units of USD where nothing else is agreed; 0 for free ones. */
  price: number;
  brings: readonly Entitlement[];
}

const NONPROFIT_PREMIUM = 'Microsoft_365_Business_Premium_(Non_Profit_Pricing)';

/**
 * Common SKUs by part number; part numbers mislead (`O365_BUSINESS_PREMIUM` is Business Standard). Names: Microsoft,
 * "Product names and service plan identifiers for licensing". Prices are defaults to be replaced by the MSP's own.
 */
const SKUS: Readonly<Record<string, Sku>> = {
  SPB: {
    name: 'Microsoft 365 Business Premium',
    price: 2_200,
    brings: ['mail', 'office', 'entra-p1', 'intune', 'defender'],
  },
  O365_BUSINESS_PREMIUM: { name: 'Microsoft 365 Business Standard', price: 1_400, brings: ['mail', 'office'] },
  O365_BUSINESS_ESSENTIALS: { name: 'Microsoft 365 Business Basic', price: 700, brings: ['mail'] },
  O365_BUSINESS: { name: 'Microsoft 365 Apps for business', price: 1_000, brings: ['office'] },
  OFFICESUBSCRIPTION: { name: 'Microsoft 365 Apps for enterprise', price: 1_400, brings: ['office'] },
  SPE_E3: { name: 'Microsoft 365 E3', price: 3_900, brings: ['mail', 'office', 'entra-p1', 'intune', 'defender'] },
  SPE_E5: {
    name: 'Microsoft 365 E5',
    price: 6_000,
    brings: ['mail', 'office', 'entra-p1', 'intune', 'defender', 'power-bi'],
  },
  SPE_F1: { name: 'Microsoft 365 F3', price: 1_000, brings: ['mail', 'entra-p1', 'intune', 'defender'] },
  M365_F1: { name: 'Microsoft 365 F1', price: 300, brings: ['entra-p1', 'intune'] },
  STANDARDPACK: { name: 'Office 365 E1', price: 1_000, brings: ['mail'] },
  ENTERPRISEPACK: { name: 'Office 365 E3', price: 2_600, brings: ['mail', 'office'] },
  ENTERPRISEPREMIUM: { name: 'Office 365 E5', price: 4_100, brings: ['mail', 'office', 'power-bi'] },
  [NONPROFIT_PREMIUM]: {
    name: 'Microsoft 365 Business Premium (nonprofit)',
    price: 550,
    brings: ['mail', 'office', 'entra-p1', 'intune', 'defender'],
  },
  EXCHANGESTANDARD: { name: 'Exchange Online (Plan 1)', price: 400, brings: ['mail'] },
  EXCHANGEENTERPRISE: { name: 'Exchange Online (Plan 2)', price: 800, brings: ['mail'] },
  AAD_PREMIUM: { name: 'Microsoft Entra ID P1', price: 600, brings: ['entra-p1'] },
  AAD_PREMIUM_P2: { name: 'Microsoft Entra ID P2', price: 900, brings: ['entra-p1'] },
  INTUNE_A: { name: 'Microsoft Intune Plan 1', price: 800, brings: ['intune'] },
  ATP_ENTERPRISE: { name: 'Defender for Office 365 (Plan 1)', price: 200, brings: [] },
  MDE_SMB: { name: 'Defender for Business', price: 300, brings: ['defender'] },
  Microsoft_365_Copilot: { name: 'Microsoft 365 Copilot', price: 3_000, brings: ['copilot'] },
  POWER_BI_PRO: { name: 'Power BI Pro', price: 1_400, brings: ['power-bi'] },
  VISIOCLIENT: { name: 'Visio Plan 2', price: 1_500, brings: ['visio'] },
  PROJECTPROFESSIONAL: { name: 'Project Plan 3', price: 3_000, brings: [] },
  MCOEV: { name: 'Teams Phone Standard', price: 800, brings: [] },
  FLOW_FREE: { name: 'Power Automate Free', price: 0, brings: [] },
  POWER_BI_STANDARD: { name: 'Power BI (free)', price: 0, brings: [] },
  TEAMS_EXPLORATORY: { name: 'Teams Exploratory', price: 0, brings: [] },
  STREAM: { name: 'Microsoft Stream trial', price: 0, brings: [] },
};

/** Seats of free and viral SKUs come in lots like these and cost nothing. Source: Microsoft Graph, "prepaidUnits". */
const FREE_LOT = 10_000;

/** The name that Microsoft shows; an unknown part number is made readable. */
export function skuName(partNumber: string): string {
  return SKUS[partNumber]?.name ?? partNumber.replaceAll('_', ' ').trim();
}

export function skuBrings(partNumber: string): readonly Entitlement[] {
  return SKUS[partNumber]?.brings ?? [];
}

/** Default monthly price in minor units of USD; undefined when nobody knows it. */
export function defaultPrice(partNumber: string): number | undefined {
  return SKUS[partNumber]?.price;
}

/** True for SKUs that cost nothing: they are left out of all waste. */
export function isFree(partNumber: string, purchased: number): boolean {
  return SKUS[partNumber]?.price === 0 || purchased >= FREE_LOT;
}

/** Every SKU with a default price, for the price list. */
export function pricedSkus(): { partNumber: string; name: string; price: number }[] {
  return Object.entries(SKUS)
    .filter(([, { price }]) => price > 0)
    .map(([partNumber, { name, price }]) => ({ partNumber, name, price }));
}
