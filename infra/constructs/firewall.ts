import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { stackName } from '../names.ts';
import type { Stage } from '../stages.ts';

/** Requests of one address in five minutes; people behind one office address share it. */
const MOST_PER_ADDRESS = 5_000;

const seen = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
});

/** Web ACL in front of CloudFront (its scope is always us-east-1): AWS's common rules and a rate limit per address. */
export function firewall(scope: Construct, stage: Stage): CfnWebACL {
  return new CfnWebACL(scope, 'Firewall', {
    name: stackName(stage, 'firewall'),
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    visibilityConfig: seen('firewall'),
    rules: [
      {
        name: 'rate',
        priority: 0,
        action: { block: {} },
        statement: { rateBasedStatement: { limit: MOST_PER_ADDRESS, aggregateKeyType: 'IP' } },
        visibilityConfig: seen('rate'),
      },
      {
        name: 'common',
        priority: 1,
        overrideAction: { none: {} },
        statement: {
          managedRuleGroupStatement: {
            vendorName: 'AWS',
            name: 'AWSManagedRulesCommonRuleSet',
            // It blocks bodies over 8 kB; the API takes 256 kB and checks that itself.
            ruleActionOverrides: [{ name: 'SizeRestrictions_BODY', actionToUse: { count: {} } }],
          },
        },
        visibilityConfig: seen('common'),
      },
    ],
  });
}
