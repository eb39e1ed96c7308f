import type { Integration } from '../../../shared/integrations/integration.ts';

/** What a person sets of an integration. */
export const SETTINGS = ['name', 'clientId', 'homeTenant', 'everyHours', 'apiUrl', 'loginUrl'] as const;

/** The settings alone; an absent one stays absent. */
export type Settings = Partial<Pick<Integration, (typeof SETTINGS)[number]>>;

/** The settings of an integration, without its state. */
export function settingsOf({ name, clientId, homeTenant, everyHours, apiUrl, loginUrl }: Integration): Settings {
  return { name, clientId, homeTenant, everyHours, apiUrl, loginUrl };
}

/** Settings that differ from what was there, and have a value. */
export function changedFields(base: Settings, values: Settings): Settings {
  return Object.fromEntries(
    SETTINGS.flatMap((name) =>
      values[name] !== undefined && values[name] !== base[name] ? [[name, values[name]]] : [],
    ),
  );
}
