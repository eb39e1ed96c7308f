/** Where the stage `local` is deployed. Its templates are synthesized for exactly this account and region. */
export const ACCOUNT = '000000000000';
export const REGION = 'us-east-1';

/** ARN of something in this account and region: `arnOf('states', 'execution:m:n')`. */
export function arnOf(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
}
