import { readFileSync } from 'node:fs';
import { stackName } from '../../infra/names.ts';
import type { Stage } from '../../infra/stages.ts';

/** Where the web apps go. */
export interface Site {
  bucket: string;
  distributionId: string;
}

/**
 * Reads the file that `cdk deploy --outputs-file` writes: stack name to output to value.
 * @throws when the web stack tells no bucket or distribution
 */
export function siteOf(stage: Stage, file: string): Site {
  const outputs = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
  const stack = stackName(stage, 'web');
  const { SiteBucket: bucket, DistributionId: distributionId } = outputs[stack] ?? {};
  if (!bucket || !distributionId)
    throw new Error(
      `The stack ${stack} tells no SiteBucket and DistributionId. Its outputs are written in infra/stacks/web.ts.`,
    );
  return { bucket, distributionId };
}
