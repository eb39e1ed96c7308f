import { expect, it } from 'vitest';
import { STAGES } from '../../infra/stages.ts';
import { devPolicy } from './policy.ts';

it('lets the development server in and nobody else', () => {
  const sources = new Map(
    devPolicy(STAGES.local.csp, ['ws://127.0.0.1:5001', 'ws://127.0.0.1:5002'])
      .split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
  );
  expect(sources.get('script-src')).toEqual(["'self'", "'unsafe-inline'"]);
  expect(sources.get('style-src')).toEqual(["'self'", "'unsafe-inline'"]);
  expect(sources.get('connect-src')).toEqual(["'self'", 'ws://127.0.0.1:5001', 'ws://127.0.0.1:5002']);
  expect(sources.get('default-src')).toEqual(["'none'"]);
  expect(sources.get('frame-ancestors')).toEqual(["'none'"]);
});

it('adds no directive that the product does not have', () => {
  expect(devPolicy("default-src 'none';", ['ws://127.0.0.1:5001'])).toBe("default-src 'none'");
});
