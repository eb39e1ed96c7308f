/**
 * Built-in directory roles by name with their template ids, which in a role definition are its id as well.
 * Source: Microsoft Entra, "Microsoft Entra built-in roles".
 */
export const ROLE_TEMPLATES = {
  'Global Administrator': '62e90394-69f5-4237-9190-012177145e10',
  'Global Reader': 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  'User Administrator': 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  'Exchange Administrator': '29232cdf-9323-42fd-ade2-1d097af3e4de',
  'SharePoint Administrator': 'f28a1f50-f6e7-4571-818b-6a12f2af6b6c',
  'Teams Administrator': '69091246-20e8-4a56-aa4d-066075b2a7a8',
  'Security Administrator': '194ae4cb-b126-40b2-bd5b-6091b380977d',
  'Security Reader': '5d6b6bb7-de71-4623-b4af-96380a352509',
  'Intune Administrator': '3a2c62db-5318-420d-8d74-23affee5d9d5',
  'Helpdesk Administrator': '729827e3-9c14-49f7-bb1b-9608f156bbb8',
  'License Administrator': '4d6ac14f-3453-41d0-bef9-a3e0c569773a',
  'Billing Administrator': 'b0f54661-2d74-4c50-afa3-1ec803f12efe',
  'Directory Readers': '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
} as const;

export type RoleName = keyof typeof ROLE_TEMPLATES;

/** Roles that Secure Score counts as administrative; reading roles are not among them. */
export function isAdministrative(roleTemplateId: string): boolean {
  return (
    roleTemplateId !== ROLE_TEMPLATES['Global Reader'] &&
    roleTemplateId !== ROLE_TEMPLATES['Security Reader'] &&
    roleTemplateId !== ROLE_TEMPLATES['Directory Readers']
  );
}
