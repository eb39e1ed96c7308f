import { expect, it } from 'vitest';
import { changedFields } from './changed-fields.ts';

it('sends only the settings that were changed', () => {
  const base = { name: 'Microsoft 365', everyHours: 6, homeTenant: undefined };
  expect(changedFields(base, { name: 'Microsoft 365', everyHours: 12 })).toEqual({ everyHours: 12 });
  expect(changedFields(base, { ...base, homeTenant: 'northlight.example' })).toEqual({
    homeTenant: 'northlight.example',
  });
  expect(changedFields(base, base)).toEqual({});
});
