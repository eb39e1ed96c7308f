import type { Deployment } from '../aws/template.ts';

interface Permission {
  functionArn: string;
  principal: string;
  source: RegExp | undefined;
}

/** The resource policies of functions (`AWS::Lambda::Permission`): which AWS service may invoke which one. */
export class Permissions {
  readonly #permissions: Permission[];

  constructor(deployment: Deployment) {
    this.#permissions = deployment.ofType('AWS::Lambda::Permission').map(({ properties }) => {
      const name = String(properties.FunctionName);
      const resource = deployment.byArn(name) ?? deployment.byPhysicalId('AWS::Lambda::Function', name);
      return {
        functionArn: resource?.arn ?? name,
        principal: String(properties.Principal),
        source: properties.SourceArn === undefined ? undefined : globOf(String(properties.SourceArn)),
      };
    });
  }

  /** @param service such as `apigateway.amazonaws.com`; `sourceArn` is the route, rule or schedule that calls. */
  allow(functionArn: string, service: string, sourceArn: string): boolean {
    return this.#permissions.some(
      (permission) =>
        permission.functionArn === functionArn &&
        permission.principal === service &&
        (permission.source?.test(sourceArn) ?? true),
    );
  }
}

/** `*` stands for anything and `?` for one character, as in ARN conditions. */
export function globOf(pattern: string): RegExp {
  const escaped = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, 's');
}
