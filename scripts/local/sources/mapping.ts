import type { Deployment } from '../aws/template.ts';
import type { LambdaFunction } from '../functions/lambda-function.ts';

/** An event source mapping (`AWS::Lambda::EventSourceMapping`) that is switched on. */
export interface Mapping {
  sourceArn: string;
  fn: LambdaFunction;
  batchSize: number;
  /** Which records the function wants; all of them when absent. */
  filter: FilterCriteria | undefined;
  reportsFailures: boolean;
  /** Retries of a stream batch before it is given up; infinite when absent. */
  maxRetries: number;
  bisects: boolean;
  /** Queue ARN for stream batches that were given up. */
  onFailure: string | undefined;
}

export interface FilterCriteria {
  Filters?: { Pattern?: string }[];
}

interface Properties {
  EventSourceArn: string;
  FunctionName: string;
  BatchSize?: number;
  Enabled?: boolean;
  FilterCriteria?: FilterCriteria;
  FunctionResponseTypes?: string[];
  MaximumRetryAttempts?: number;
  BisectBatchOnFunctionError?: boolean;
  DestinationConfig?: { OnFailure?: { Destination?: string } };
}

/** The mappings whose source is of this service: `sqs` or `dynamodb`. @throws when one names a function that is not there. */
export function mappingsOf(
  deployment: Deployment,
  service: 'sqs' | 'dynamodb',
  functionNamed: (nameOrArn: string) => LambdaFunction | undefined,
): Mapping[] {
  return deployment
    .ofType('AWS::Lambda::EventSourceMapping')
    .map(({ properties, logicalId }) => ({ logicalId, ...(properties as unknown as Properties) }))
    .filter(({ EventSourceArn, Enabled }) => Enabled !== false && EventSourceArn.split(':')[2] === service)
    .map((mapping) => {
      const fn = functionNamed(mapping.FunctionName);
      if (!fn) throw new Error(`Event source mapping ${mapping.logicalId} names no function of the templates.`);
      const retries = mapping.MaximumRetryAttempts ?? -1;
      return {
        sourceArn: mapping.EventSourceArn,
        fn,
        batchSize: mapping.BatchSize ?? (service === 'sqs' ? 10 : 100),
        filter: mapping.FilterCriteria,
        reportsFailures: mapping.FunctionResponseTypes?.includes('ReportBatchItemFailures') ?? false,
        maxRetries: retries < 0 ? Number.POSITIVE_INFINITY : retries,
        bisects: mapping.BisectBatchOnFunctionError ?? false,
        onFailure: mapping.DestinationConfig?.OnFailure?.Destination,
      };
    });
}

/** The identifiers a function reported as failed. An answer of another shape means that all went well, as on AWS. */
export function failuresIn(answer: unknown): string[] {
  const failures = (answer as { batchItemFailures?: unknown } | null)?.batchItemFailures;
  return Array.isArray(failures)
    ? failures.map(({ itemIdentifier }: { itemIdentifier: string }) => itemIdentifier)
    : [];
}
