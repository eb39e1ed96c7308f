import type { Deployment } from '../aws/template.ts';
import { globOf } from '../functions/permissions.ts';
import type { HttpReply } from '../gateway/http.ts';

interface Header {
  name: string;
  value: string;
  /** When false, a header the origin set itself stays. */
  override: boolean;
}

interface Behavior {
  path: RegExp;
  headers: Header[];
}

interface CacheBehavior {
  PathPattern?: string;
  ResponseHeadersPolicyId?: string;
}

/** The response headers CloudFront adds, by path, as the templates' `ResponseHeadersPolicy` resources say. */
export class SecurityHeaders {
  readonly #behaviors: Behavior[];

  constructor(deployment: Deployment) {
    const configurations = deployment
      .ofType('AWS::CloudFront::Distribution')
      .map(
        ({ properties }) =>
          properties.DistributionConfig as { CacheBehaviors?: CacheBehavior[]; DefaultCacheBehavior: CacheBehavior },
      );
    this.#behaviors = configurations
      .flatMap(({ CacheBehaviors = [], DefaultCacheBehavior }) => [...CacheBehaviors, DefaultCacheBehavior])
      .map(({ PathPattern = '*', ResponseHeadersPolicyId }) => ({
        path: globOf(PathPattern.startsWith('/') || PathPattern === '*' ? PathPattern : `/${PathPattern}`),
        headers: headersOf(deployment, ResponseHeadersPolicyId),
      }));
  }

  /** Adds the headers for this path to a reply. */
  apply(path: string, reply: HttpReply): HttpReply {
    const behavior = this.#behaviors.find((one) => one.path.test(path));
    if (!behavior) return reply;
    const present = new Set(Object.keys(reply.headers).map((name) => name.toLowerCase()));
    const added = behavior.headers.filter(({ name, override }) => override || !present.has(name));
    const replaced = new Set(added.map(({ name }) => name));
    return {
      ...reply,
      headers: {
        ...Object.fromEntries(Object.entries(reply.headers).filter(([name]) => !replaced.has(name.toLowerCase()))),
        ...Object.fromEntries(added.map(({ name, value }) => [name, value])),
      },
    };
  }
}

interface SecurityConfig {
  ContentSecurityPolicy?: { ContentSecurityPolicy: string; Override: boolean };
  ContentTypeOptions?: { Override: boolean };
  FrameOptions?: { FrameOption: string; Override: boolean };
  ReferrerPolicy?: { ReferrerPolicy: string; Override: boolean };
  StrictTransportSecurity?: {
    AccessControlMaxAgeSec: number;
    IncludeSubdomains?: boolean;
    Preload?: boolean;
    Override: boolean;
  };
}

function headersOf(deployment: Deployment, policyId: string | undefined): Header[] {
  const policy = deployment
    .ofType('AWS::CloudFront::ResponseHeadersPolicy')
    .find(({ physicalId }) => physicalId === policyId);
  const config = policy?.properties.ResponseHeadersPolicyConfig as
    | {
        SecurityHeadersConfig?: SecurityConfig;
        CustomHeadersConfig?: { Items: { Header: string; Value: string; Override: boolean }[] };
      }
    | undefined;
  const security = config?.SecurityHeadersConfig ?? {};
  const headers: (Header | undefined)[] = [
    header(
      'content-security-policy',
      security.ContentSecurityPolicy?.ContentSecurityPolicy,
      security.ContentSecurityPolicy,
    ),
    header('x-content-type-options', security.ContentTypeOptions && 'nosniff', security.ContentTypeOptions),
    header('x-frame-options', security.FrameOptions?.FrameOption, security.FrameOptions),
    header('referrer-policy', security.ReferrerPolicy?.ReferrerPolicy, security.ReferrerPolicy),
    header(
      'strict-transport-security',
      transportSecurity(security.StrictTransportSecurity),
      security.StrictTransportSecurity,
    ),
    ...(config?.CustomHeadersConfig?.Items ?? []).map((item) => header(item.Header.toLowerCase(), item.Value, item)),
  ];
  return headers.filter((one) => one !== undefined);
}

function header(
  name: string,
  value: string | undefined,
  setting: { Override: boolean } | undefined,
): Header | undefined {
  return value === undefined ? undefined : { name, value, override: setting?.Override ?? true };
}

function transportSecurity(setting: SecurityConfig['StrictTransportSecurity']): string | undefined {
  if (!setting) return undefined;
  const { AccessControlMaxAgeSec, IncludeSubdomains, Preload } = setting;
  return [`max-age=${AccessControlMaxAgeSec}`, IncludeSubdomains && 'includeSubDomains', Preload && 'preload']
    .filter(Boolean)
    .join('; ');
}
