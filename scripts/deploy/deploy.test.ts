import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STAGES, type Stage } from '../../infra/stages.ts';
import { verifyRequest } from '../local/aws/sigv4.ts';
import { invalidationBody, invalidationRequest } from './invalidation.ts';
import { siteOf } from './outputs.ts';
import { namedStage, refuseOtherAccount, refusePlaceholders } from './refusals.ts';
import { invalidated, siteFiles } from './site-files.ts';

const real: Stage = {
  ...STAGES.dev,
  account: '123456789012',
  origin: 'https://dev.northlight-it.com',
  mailFrom: 'no-reply@northlight-it.com',
};

const folder = mkdtempSync(join(tmpdir(), 'fairlead-deploy-'));
beforeAll(() => {
  for (const app of ['console', 'portal']) {
    mkdirSync(join(folder, app, 'assets'), { recursive: true });
    for (const file of [
      'index.html',
      'theme.js',
      'assets/index-Ab3_x9Z.js',
      'assets/Ab3_x-Z.js',
      'assets/index-Ab3_x9Zk.css',
    ]) {
      writeFileSync(join(folder, app, file), file);
    }
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a stage', () => {
  it('with values of its own may be deployed', () => {
    expect(namedStage('dev')).toBe(STAGES.dev);
    expect(() => refusePlaceholders(real)).not.toThrow();
  });

  it.each([
    [undefined, 'Name the stage: npm run deploy -- --stage dev'],
    ['stagging', 'There is no stage "stagging". Stages: local, dev, production.'],
    ['local', 'The stage local is this machine'],
  ])('named %s is refused with the reason', (name, reason) => {
    expect(() => namedStage(name)).toThrow(reason);
  });

  it.each([
    [{ account: '111111111111' }, 'account 111111111111'],
    [{ origin: 'https://dev.fairlead.example' }, 'origin https://dev.fairlead.example'],
    [{ mailFrom: 'no-reply@fairlead.example' }, 'mailFrom no-reply@fairlead.example'],
    [{ alarmMail: 'operations@fairlead.example' }, 'alarmMail operations@fairlead.example'],
    [{ certificateArn: 'arn:aws:acm:us-east-1:1:certificate/00000000-0000' }, 'certificateArn arn:aws:acm'],
  ])('with a placeholder is refused, naming it', (values, named) => {
    expect(() => refusePlaceholders({ ...real, ...values })).toThrow(named);
  });

  it('is not deployed with credentials of another account', () => {
    expect(() => refuseOtherAccount(real, '999988887777')).toThrow('credentials are of account 999988887777');
    expect(() => refuseOtherAccount(real, undefined)).toThrow('account unknown');
    expect(() => refuseOtherAccount(real, real.account)).not.toThrow();
  });
});

describe('the files of the web apps', () => {
  it('go up so that no page comes before its scripts, each with its type and how long it is kept', () => {
    const files = siteFiles({ console: join(folder, 'console'), portal: join(folder, 'portal') });
    expect(files.map(({ key, contentType, cacheControl }) => [key, contentType.split(';')[0], cacheControl])).toEqual([
      ['assets/Ab3_x-Z.js', 'text/javascript', 'public, max-age=31536000, immutable'],
      ['assets/index-Ab3_x9Z.js', 'text/javascript', 'public, max-age=31536000, immutable'],
      ['assets/index-Ab3_x9Zk.css', 'text/css', 'public, max-age=31536000, immutable'],
      ['portal/assets/Ab3_x-Z.js', 'text/javascript', 'public, max-age=31536000, immutable'],
      ['portal/assets/index-Ab3_x9Z.js', 'text/javascript', 'public, max-age=31536000, immutable'],
      ['portal/assets/index-Ab3_x9Zk.css', 'text/css', 'public, max-age=31536000, immutable'],
      ['portal/theme.js', 'text/javascript', 'no-cache'],
      ['theme.js', 'text/javascript', 'no-cache'],
      ['index.html', 'text/html', 'no-cache'],
      ['portal/index.html', 'text/html', 'no-cache'],
    ]);
    expect(invalidated(files)).toEqual(['/portal/theme.js', '/theme.js', '/index.html', '/portal/index.html']);
  });

  it('go where the web stack says', () => {
    const file = join(folder, 'outputs.json');
    writeFileSync(
      file,
      JSON.stringify({ 'fairlead-dev-web': { SiteBucket: 'site', DistributionId: 'E1', DistributionHost: 'x' } }),
    );
    expect(siteOf(real, file)).toEqual({ bucket: 'site', distributionId: 'E1' });
    writeFileSync(file, JSON.stringify({ 'fairlead-dev-web': { DistributionId: 'E1' } }));
    expect(() => siteOf(real, file)).toThrow('fairlead-dev-web tells no SiteBucket');
  });
});

describe('the request that makes CloudFront forget pages', () => {
  const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' };
  const now = new Date('2026-11-22T10:30:00.123Z');

  it('is signed as AWS demands', async () => {
    const body = invalidationBody(['/index.html'], 'once');
    const request = invalidationRequest('E1', body, keys, now);
    const { pathname, host } = new URL(request.url);
    const headers = { ...Object.fromEntries(request.headers), host };
    const signed = {
      method: request.method,
      url: pathname,
      headers,
      body: new Uint8Array(await request.arrayBuffer()),
    };
    const verified = verifyRequest(
      signed,
      (id, token) => (id === 'AKIDEXAMPLE' && token === 'token' ? 'secret' : undefined),
      now,
    );
    expect(verified).toMatchObject({ ok: true, service: 'cloudfront', region: 'us-east-1' });
    const altered = { ...signed, body: new TextEncoder().encode(invalidationBody(['/*'], 'once')) };
    expect(verifyRequest(altered, () => 'secret', now).ok).toBe(false);
  });

  it('names each path once and counts them', () => {
    expect(invalidationBody(['/index.html', '/a&b'], 'once')).toContain(
      '<Paths><Quantity>2</Quantity><Items><Path>/index.html</Path><Path>/a&amp;b</Path></Items></Paths>',
    );
  });
});
