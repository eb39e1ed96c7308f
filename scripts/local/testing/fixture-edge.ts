import { Duration, type Stack } from 'aws-cdk-lib';
import {
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';

/** The web edge: one distribution, strict headers for pages and another policy for the API. */
export function addWebEdge(stack: Stack): void {
  const origin = new HttpOrigin('origin.example');
  const pages = new ResponseHeadersPolicy(stack, 'PageHeaders', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: "default-src 'none'; script-src 'self'", override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
    },
  });
  const api = new ResponseHeadersPolicy(stack, 'ApiHeaders', {
    customHeadersBehavior: { customHeaders: [{ header: 'Cache-Control', value: 'no-store', override: false }] },
    securityHeadersBehavior: { contentTypeOptions: { override: true } },
  });
  new Distribution(stack, 'Edge', {
    defaultBehavior: { origin, responseHeadersPolicy: pages },
    additionalBehaviors: { '/api/*': { origin, responseHeadersPolicy: api } },
  });
}
