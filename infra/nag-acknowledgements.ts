import { type App, Validations } from 'aws-cdk-lib';
import { CLEARED_FOLDERS, filesBucket } from './names.ts';
import type { Stage } from './stages.ts';

/** A finding that stays as it is, at the places named and nowhere else, with the reason for it. */
export interface Acknowledgement {
  /** The exact finding, with its bracket where the rule has one: the rule stays on for everything else. */
  id: string;
  /** Paths of the constructs concerned, without the stack's `fairlead-<stage>-`. */
  at: RegExp;
  reason: string;
  /** Stages in which the finding appears; all of them by default. */
  when?: (stage: Stage) => boolean;
}

const ROLES_OF_DATA = /^data\/Data-(app-read|app-write|identity)$/;

/** Every finding of cdk-nag and of the CDK itself that Fairlead lives with. */
export function acknowledgements(stage: Stage): Acknowledgement[] {
  const all: Acknowledgement[] = [
    {
      id: `AwsSolutions::AwsSolutions-IAM5[Resource::arn:aws:s3:::${filesBucket(stage)}/t/*]`,
      at: ROLES_OF_DATA,
      reason: 'The outer wall of all files of MSPs; every use is narrowed to one MSP by a session policy.',
    },
    ...CLEARED_FOLDERS.map((folder) => ({
      id: `AwsSolutions::AwsSolutions-IAM5[Resource::arn:aws:s3:::${filesBucket(stage)}/t/*/${folder}/*]`,
      at: /^data\/Data-(app-write|identity)$/,
      reason:
        'Exports end after a week, attached files when staff delete them; every use is narrowed to one MSP by a session policy.',
    })),
    {
      id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      at: /^workflows\/[^/]+\/Role$/,
      reason: 'Step Functions manages its log delivery through actions that accept no resource.',
    },
    {
      id: 'AwsSolutions::AwsSolutions-SF2',
      at: /^workflows\/[^/]+\/Machine$/,
      reason: 'X-Ray is off: the execution history and one request id through all logs answer the same questions.',
    },
    {
      id: 'AwsSolutions::AwsSolutions-APIG4',
      at: /^[^/]+\/routes$/,
      reason:
        'Sessions are checked by the handler of every operation; a generated test walks each operation with each kind of actor.',
    },
    {
      id: 'AwsSolutions::AwsSolutions-SQS3',
      at: /^platform\/platform-stream-outbox-failures\/DeadLetters$/,
      reason: 'It is itself the queue of dead letters, of a stream mapping; the rule only looks for those of queues.',
    },
    {
      id: 'AwsSolutions::AwsSolutions-CFR1',
      at: /^web\/Distribution$/,
      reason: 'MSPs and their clients are served wherever they are.',
    },
    {
      id: 'AwsSolutions::AwsSolutions-CFR2',
      at: /^web\/Distribution$/,
      reason: 'The web ACL stands before production only; this stage holds no customer data.',
      when: ({ waf }) => !waf,
    },
    {
      id: 'AwsSolutions::AwsSolutions-CFR4',
      at: /^web\/Distribution$/,
      reason: 'Without an own certificate CloudFront serves its own host name under its default viewer policy.',
      when: ({ certificateArn }) => !certificateArn,
    },
    {
      id: 'AwsSolutions::AwsSolutions-SMG4',
      at: /^api\/OriginVerify$/,
      reason: 'Rotated by hand: CloudFront and the functions take a new value together, with a deployment.',
      when: ({ originVerify }) => originVerify,
    },
    {
      id: 'Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      at: /^web\/Distribution\/Origin1$/,
      reason: 'The default root object is set, and the page function rewrites `/` before it reaches the bucket.',
    },
  ];
  return all.filter(({ when }) => when?.(stage) ?? true);
}

/** A construct's path as `Acknowledgement.at` sees it. */
export function pathWithin(stage: Stage, path: string): string {
  return path.replace(`fairlead-${stage.name}-`, '');
}

/** Attaches each acknowledgement to the constructs it names. */
export function acknowledge(app: App, stage: Stage): void {
  const constructs = app.node.findAll();
  for (const { id, at, reason } of acknowledgements(stage)) {
    for (const construct of constructs) {
      if (at.test(pathWithin(stage, construct.node.path))) Validations.of(construct).acknowledge({ id, reason });
    }
  }
}
