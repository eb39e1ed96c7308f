import { expect, test } from 'vitest';
import { vendorFetch } from './vendor-fetch.ts';

const signal = AbortSignal.timeout(5_000);

test.each(['https://10.0.0.1/', 'http://graph.microsoft.com/', 'https://localhost/'])(
  'a connector that is sent to %s says what is wrong, in a code that has its sentence',
  async (url) => {
    await expect(vendorFetch([])(url, { signal })).rejects.toMatchObject({
      name: 'VendorRefused',
      code: 'address-refused',
    });
  },
);

test('what goes wrong on the way stays what it is', async () => {
  await expect(vendorFetch(['127.0.0.1'])('http://127.0.0.1:1/', { signal })).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  });
});
