import { expect, it } from 'vitest';
import { deviceOf, isHandheld } from './device-of.ts';

const edge =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0';
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1';

it('says a device as people do', () => {
  expect(deviceOf(edge)).toBe('Edge on Windows');
  expect(deviceOf(phone)).toBe('Safari on iPhone');
  expect(deviceOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0')).toBe(
    'Firefox on Mac',
  );
  expect([deviceOf('curl/8.9.1'), deviceOf(undefined)]).toEqual(['Unknown device', 'Unknown device']);
  expect([isHandheld(phone), isHandheld(edge), isHandheld(undefined)]).toEqual([true, false, false]);
});
