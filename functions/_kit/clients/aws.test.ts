import { afterEach, describe, expect, it, vi } from 'vitest';
import { awsConfig, documentClient } from './aws.ts';

afterEach(() => vi.unstubAllEnvs());

const keys = (accessKeyId: string) => ({ accessKeyId, secretAccessKey: 'secret', sessionToken: 'token' });

describe('clients of an environment', () => {
  it('sign with keys of their own over the same connections', async () => {
    vi.stubEnv('AWS_REGION', 'us-east-1');
    const [one, other] = [documentClient(awsConfig(keys('one'))), documentClient(awsConfig(keys('other')))];
    expect(one.config.requestHandler).toBe(other.config.requestHandler);
    expect(await one.config.credentials()).toMatchObject({ accessKeyId: 'one' });
    expect(await other.config.credentials()).toMatchObject({ accessKeyId: 'other' });
  });
});
