import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseCustomHeader,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { stackName } from '../names.ts';
import type { Stage } from '../stages.ts';

const ISOLATION: Record<string, string> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

const asHeaders = (headers: Record<string, string>): ResponseCustomHeader[] =>
  Object.entries(headers).map(([header, value]) => ({ header, value, override: true }));

/** Security headers of every response of the origin; those of the API are kept out of every cache as well. */
export function edgeHeaders(scope: Construct, stage: Stage, of: 'site' | 'api'): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, `Headers-${of}`, {
    responseHeadersPolicyName: stackName(stage, `headers-${of}`),
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: stage.csp, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: true },
    },
    customHeadersBehavior: {
      customHeaders: asHeaders(of === 'api' ? { ...ISOLATION, 'Cache-Control': 'no-store' } : ISOLATION),
    },
  });
}
