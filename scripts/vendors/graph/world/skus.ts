/**
 * Service plans by name, with their GUIDs.
 * Source: Microsoft, "Product names and service plan identifiers for licensing".
 */
export const PLAN_IDS: Record<string, string> = {
  AAD_PREMIUM: '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
  ATP_ENTERPRISE: 'f20fedf3-f3c3-43c3-8267-2bfdd51c0939',
  BI_AZURE_P2: '70d33638-9c74-4d01-bfd3-562de28bd4ba',
  BPOS_S_DlpAddOn: '9bec7e34-c9fa-40b7-a9d1-bd6d1165c7ed',
  EXCHANGE_S_ARCHIVE_ADDON: '176a09a6-7ec5-4039-ac02-b2791c6ba793',
  EXCHANGE_S_DESKLESS: '4a82b400-a79f-41a4-b4e2-e94f5787b113',
  EXCHANGE_S_ENTERPRISE: 'efb87545-963c-4e0d-99df-69c6916d9eb0',
  EXCHANGE_S_FOUNDATION: '113feb6c-3fe4-4440-bddc-54d774bf0318',
  EXCHANGE_S_STANDARD: '9aaf7827-d63c-4b61-89c3-182f06f82e5c',
  FLOW_P2_VIRAL: '50e68c76-46c6-4674-81f9-75456511b170',
  INTUNE_A: 'c1ec4a95-1f05-45b3-a911-aa3fa01094f5',
  M365_COPILOT_APPS: 'a62f8878-de10-42f3-b68f-6149a25ceb97',
  M365_COPILOT_BUSINESS_CHAT: '3f30311c-6b1e-48a4-ab79-725b469da960',
  M365_COPILOT_TEAMS: 'b95945de-b3bd-46db-8437-f2beb6ea2347',
  MDE_LITE: '292cc034-7b7c-4950-aaf5-943befd3f1d4',
  MDE_SMB: 'bfc1bbd9-981b-4f71-9b82-17c35fd0e2a4',
  MFA_PREMIUM: '8a256a2b-b617-496d-b51b-e76466e88db0',
  OFFICESUBSCRIPTION: '43de0ff5-c92c-492b-9116-175376d08c38',
  OFFICE_BUSINESS: '094e7854-93fc-4d55-b2c0-3ab5369ebdc1',
  SHAREPOINTDESKLESS: '902b47e5-dcb2-4fdc-858b-c63a90a2bdb9',
  SHAREPOINTENTERPRISE: '5dbe027f-2339-4123-9542-606e4d348a72',
  SHAREPOINTSTANDARD: 'c7699d2e-19aa-44de-8edf-1736da088ca1',
  TEAMS1: '57ff2da0-773e-42df-b2af-ffb7a2317929',
  VISIOONLINE: '2bdbaf8f-738f-4ac7-9234-3c3ee2ce7d0f',
  VISIO_CLIENT_SUBSCRIPTION: '663a804f-1c30-4ff0-9915-9db84f0d1cea',
  WIN10_PRO_ENT_SUB: '21b439ba-a0ca-424f-a6cc-52f954a5b111',
};

interface Sku {
  skuId: string;
  /** Names of its service plans: the ones that matter to the product, not Microsoft's whole list. */
  plans: string[];
  /** Mailbox quota in bytes that the SKU brings; 0 without a mailbox. */
  mailboxBytes: number;
}

const GB = 1024 ** 3;
const BUSINESS = ['EXCHANGE_S_STANDARD', 'SHAREPOINTSTANDARD', 'TEAMS1'];
const PREMIUM = [
  'AAD_PREMIUM',
  'MFA_PREMIUM',
  'INTUNE_A',
  'MDE_SMB',
  'ATP_ENTERPRISE',
  'BPOS_S_DlpAddOn',
  'EXCHANGE_S_ARCHIVE_ADDON',
  ...BUSINESS,
  'OFFICE_BUSINESS',
];
const NONPROFIT_PREMIUM = 'Microsoft_365_Business_Premium_Donation_(Non_Profit_Pricing)';

/**
 * SKUs by part number. Part numbers mislead: `O365_BUSINESS_PREMIUM` is Business Standard, `SPB` is Business Premium and
 * `SPE_F1` is Microsoft 365 F3. Source: as above.
 */
export const SKUS = {
  SPB: { skuId: 'cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46', plans: PREMIUM, mailboxBytes: 50 * GB },
  O365_BUSINESS_PREMIUM: {
    skuId: 'f245ecc8-75af-4f8e-b61f-27d8114de5f3',
    plans: [...BUSINESS, 'OFFICE_BUSINESS'],
    mailboxBytes: 50 * GB,
  },
  O365_BUSINESS_ESSENTIALS: { skuId: '3b555118-da6a-4418-894f-7df1e2096870', plans: BUSINESS, mailboxBytes: 50 * GB },
  [NONPROFIT_PREMIUM]: { skuId: '24c35284-d768-4e53-84d9-b7ae73dddf69', plans: PREMIUM, mailboxBytes: 50 * GB },
  EXCHANGESTANDARD: {
    skuId: '4b9405b0-7788-4568-add1-99614e613b69',
    plans: ['EXCHANGE_S_STANDARD'],
    mailboxBytes: 50 * GB,
  },
  Microsoft_365_Copilot: {
    skuId: '639dec6b-bb19-468b-871c-c5c441c4b0cb',
    plans: ['M365_COPILOT_APPS', 'M365_COPILOT_TEAMS', 'M365_COPILOT_BUSINESS_CHAT'],
    mailboxBytes: 0,
  },
  M365_F1: {
    skuId: '44575883-256e-4a79-9da4-ebe9acabe2b2',
    plans: ['AAD_PREMIUM', 'MFA_PREMIUM', 'INTUNE_A', 'TEAMS1', 'SHAREPOINTDESKLESS', 'EXCHANGE_S_FOUNDATION'],
    mailboxBytes: 0,
  },
  SPE_F1: {
    skuId: '66b55226-6b4f-492c-910c-a3b7a3c9d993',
    plans: ['AAD_PREMIUM', 'MFA_PREMIUM', 'INTUNE_A', 'TEAMS1', 'SHAREPOINTDESKLESS', 'EXCHANGE_S_DESKLESS'],
    mailboxBytes: 2 * GB,
  },
  SPE_E3: {
    skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965',
    plans: [
      'AAD_PREMIUM',
      'MFA_PREMIUM',
      'INTUNE_A',
      'MDE_LITE',
      'EXCHANGE_S_ENTERPRISE',
      'SHAREPOINTENTERPRISE',
      'TEAMS1',
      'OFFICESUBSCRIPTION',
      'WIN10_PRO_ENT_SUB',
    ],
    mailboxBytes: 100 * GB,
  },
  POWER_BI_PRO: { skuId: 'f8a1db68-be16-40ed-86d5-cb42ce701560', plans: ['BI_AZURE_P2'], mailboxBytes: 0 },
  VISIOCLIENT: {
    skuId: 'c5928f49-12ba-48f7-ada3-0d743a3601d5',
    plans: ['VISIOONLINE', 'VISIO_CLIENT_SUBSCRIPTION'],
    mailboxBytes: 0,
  },
  FLOW_FREE: { skuId: 'f30db892-07e9-47e9-837c-80727f46fd3d', plans: ['FLOW_P2_VIRAL'], mailboxBytes: 0 },
} satisfies Record<string, Sku>;

export type SkuPartNumber = keyof typeof SKUS;

export const BUSINESS_PREMIUM_NONPROFIT: SkuPartNumber = NONPROFIT_PREMIUM;

export function isSkuPartNumber(text: string): text is SkuPartNumber {
  return Object.hasOwn(SKUS, text);
}
