import { settingsChanged } from '../../events/m365.ts';
import { changedMeanwhile } from '../../shared/kernel/error.ts';
import { DEFAULT_SETTINGS, type M365Settings, type M365SettingsChange } from '../../shared/m365/settings.ts';
import { commit } from '../_kit/commit.ts';
import { change, put } from '../_kit/operations.ts';
import { revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import { M365SettingsEntity } from './settings.entity.ts';

const stored = (scope: Scope, consistent = false) =>
  find(scope, M365SettingsEntity, M365SettingsEntity.get({ mspId: scope.mspId }), { consistent });

/** Prices and thresholds of the MSP, defaults where nothing was ever saved. */
export async function settings(scope: Scope): Promise<M365Settings> {
  return (await stored(scope)) ?? DEFAULT_SETTINGS;
}

/** The same, those saved a moment ago among them: what figures are counted by. */
export async function newestSettings(scope: Scope): Promise<M365Settings> {
  return (await stored(scope, true)) ?? DEFAULT_SETTINGS;
}

/** Changes the named settings. Findings and figures follow with the next sync. */
export async function editSettings(scope: Scope, { v, ...set }: M365SettingsChange): Promise<M365Settings> {
  const before = await stored(scope, true);
  if ((before?.v ?? 0) !== v) throw changedMeanwhile('m365-settings', before?.v ?? 0);
  const { v: _unsaved, ...defaults } = DEFAULT_SETTINGS;
  const after = before ? revised(scope, before, set) : stamped(scope, { ...defaults, ...set });
  const op = before ? change(M365SettingsEntity, before, after) : put(M365SettingsEntity, after);
  return commit(scope, [op], [settingsChanged.of({ fields: Object.keys(set) })], after);
}
