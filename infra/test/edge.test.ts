import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { STAGES } from '../stages.ts';
import { SYNTH_MS, type Synthesized, synthesized } from './fixture/synth.ts';

const distributionOf = ({ ofType }: Synthesized) =>
  ofType('AWS::CloudFront::Distribution')[0]?.Properties.DistributionConfig;

describe.each(['local', 'dev', 'production'] as const)('the edge of %s', (stage) => {
  beforeAll(() => void synthesized(stage, 'product'), SYNTH_MS);
  const web = () => synthesized(stage, 'product');

  test('sends the security headers with every response', () => {
    const policies = web().ofType('AWS::CloudFront::ResponseHeadersPolicy');
    expect(policies).toHaveLength(2);
    for (const { Properties } of policies) {
      const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = Properties.ResponseHeadersPolicyConfig;
      expect(security.ContentSecurityPolicy).toEqual({ ContentSecurityPolicy: STAGES[stage].csp, Override: true });
      expect(security.StrictTransportSecurity).toMatchObject({
        AccessControlMaxAgeSec: 63_072_000,
        IncludeSubdomains: true,
      });
      expect(security.FrameOptions.FrameOption).toBe('DENY');
      const headers: { Header: string; Value: string }[] = custom.Items;
      expect(headers.map(({ Header }) => Header)).toContain('Cross-Origin-Opener-Policy');
      const ofApi = Properties.ResponseHeadersPolicyConfig.Name.endsWith('-api');
      expect(headers.some(({ Header, Value }) => Header === 'Cache-Control' && Value === 'no-store')).toBe(ofApi);
    }
  });

  test('allows no inline script or style and no foreign source but the files bucket', () => {
    const files =
      stage === 'local' ? '' : ` https://fairlead-${stage}-files-${STAGES[stage].account}.s3.us-east-1.amazonaws.com`;
    expect(STAGES[stage].csp).not.toMatch(/unsafe|\*/);
    expect(STAGES[stage].csp).toContain(`connect-src 'self'${files};`);
    expect(STAGES[stage].csp).toContain(`img-src 'self' data: blob:${files};`);
  });

  test('puts firewall, certificate and the origin secret before production alone', () => {
    const { ofType } = web();
    const production = stage === 'production';
    const api = distributionOf(web()).Origins.find(
      (origin: { CustomOriginConfig?: object }) => origin.CustomOriginConfig,
    );
    expect(ofType('AWS::WAFv2::WebACL')).toHaveLength(production ? 1 : 0);
    expect(Boolean(distributionOf(web()).WebACLId)).toBe(production);
    expect(distributionOf(web()).Aliases).toEqual(production ? ['app.fairlead.example'] : undefined);
    expect(Boolean(api.OriginCustomHeaders)).toBe(production);
    for (const { Properties } of ofType('AWS::Lambda::Function')) {
      const told = Properties.Environment.Variables.ORIGIN_VERIFY !== undefined;
      expect(told).toBe(production && Properties.FunctionName.endsWith('-api'));
    }
  });

  test('has no error pages: they would replace the error bodies of the API', () => {
    expect(distributionOf(web()).CustomErrorResponses).toBeUndefined();
  });
});

describe('at the edge', () => {
  beforeAll(() => void synthesized('production', 'product'), SYNTH_MS);
  /** The request as the function of a behaviour passes it on. */
  const passedOn = (behaviour: string, event: object) => {
    const web = synthesized('production', 'product');
    const { DefaultCacheBehavior, CacheBehaviors } = distributionOf(web);
    const chosen =
      behaviour === 'default'
        ? DefaultCacheBehavior
        : CacheBehaviors.find(({ PathPattern }: { PathPattern: string }) => PathPattern === behaviour);
    const [{ FunctionARN, EventType }] = chosen.FunctionAssociations;
    expect(EventType).toBe('viewer-request');
    const id = FunctionARN['Fn::GetAtt'][0];
    const code = web.ofType('AWS::CloudFront::Function').find((f) => f.id === id)?.Properties.FunctionCode;
    return runInNewContext(`${code}; handler(event)`, { event });
  };

  test.each([
    ['default', '/', '/index.html'],
    ['default', '/companies/01k/goals', '/index.html'],
    ['default', '/assets/index-4f2c.js', '/assets/index-4f2c.js'],
    ['default', '/theme.js', '/theme.js'],
    ['/portal/*', '/portal/northlight', '/portal/index.html'],
    ['/portal/*', '/portal/northlight/goals/', '/portal/index.html'],
    ['/portal/*', '/portal/assets/index-77aa.css', '/portal/assets/index-77aa.css'],
  ])('the page %s %s is answered by %s', (behaviour, uri, file) => {
    expect(passedOn(behaviour, { request: { uri } }).uri).toBe(file);
  });

  test('the API is told the address of the caller, whatever the caller says it is', () => {
    const headers = { 'x-viewer-address': { value: '198.51.100.1' }, accept: { value: '*/*' } };
    const event = { request: { uri: '/api/session', headers }, viewer: { ip: '2001:db8::7' } };
    expect(passedOn('/api/*', event)).toEqual({
      uri: '/api/session',
      headers: { 'x-viewer-address': { value: '2001:db8::7' }, accept: { value: '*/*' } },
    });
  });
});
