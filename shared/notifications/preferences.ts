import { z } from 'zod';
import { KINDS } from './kinds.ts';

/** How often what was not read is mailed. */
export const DIGESTS = ['off', 'daily', 'weekly'] as const;
export type Digest = (typeof DIGESTS)[number];

const Settings = {
  /** Kinds of which the person hears nothing: neither a notification nor a count at the bell. */
  muted: z.array(z.enum(KINDS, 'Choose kinds of notification that there are.')).max(KINDS.length),
  digest: z.enum(DIGESTS, 'Choose off, daily or weekly.'),
};

/** What a person wants to be told at one MSP. `v` counts their changes, 0 before the first. */
export const Preferences = z.object({ v: z.int().min(0), ...Settings });
export type Preferences = z.infer<typeof Preferences>;

/** Both settings as they shall be, based on version `v`. */
export const PreferencesChange = z.strictObject({ v: z.int().min(0), ...Settings });
export type PreferencesChange = z.infer<typeof PreferencesChange>;

/** What holds until a person says otherwise. */
export const UNTOUCHED: Preferences = { v: 0, muted: [], digest: 'off' };
