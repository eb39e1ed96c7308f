import { Function as EdgeFunction, FunctionCode, FunctionRuntime } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { stackName } from '../names.ts';
import type { Stage } from '../stages.ts';

/** Runs at CloudFront's edge: a path without a file extension is a page, and all pages of an app are one file. */
const source = (index: string): string => `function handler(event) {
  var request = event.request;
  if (!/\\.[A-Za-z0-9]+$/.test(request.uri)) request.uri = '${index}';
  return request;
}
`;

/** Answers every page of the console (or the portal) with its one HTML file; files are served as they are. */
export function pageFunction(scope: Construct, stage: Stage, app: 'console' | 'portal', index: string): EdgeFunction {
  return new EdgeFunction(scope, `Pages-${app}`, {
    functionName: stackName(stage, `pages-${app}`),
    comment: `Pages of the ${app}: ${index}`,
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(source(index)),
  });
}
