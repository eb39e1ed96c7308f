import { type Stage, stageNamed } from '../../infra/stages.ts';

/** Account ids of one repeated digit stand in `infra/stages.ts` until somebody enters a real one. */
const PLACEHOLDER_ACCOUNT = /^(\d)\1{11}$/;
const PLACEHOLDER_CERTIFICATE = /certificate\/0{8}-/;
const PLACEHOLDER_HOST = /\.example$/;

/** What of a stage is still a placeholder, each with where to enter the real value. */
function placeholders({ name, account, origin, mailFrom, certificateArn, alarmMail }: Stage): string[] {
  const hostOf = (address: string) => address.slice(address.indexOf('@') + 1);
  const found: [string, boolean][] = [
    [`account ${account}`, PLACEHOLDER_ACCOUNT.test(account)],
    [`origin ${origin}`, PLACEHOLDER_HOST.test(new URL(origin).hostname)],
    [`mailFrom ${mailFrom}`, PLACEHOLDER_HOST.test(hostOf(mailFrom))],
    [`certificateArn ${certificateArn}`, PLACEHOLDER_CERTIFICATE.test(certificateArn ?? '')],
    [`alarmMail ${alarmMail}`, alarmMail !== undefined && PLACEHOLDER_HOST.test(hostOf(alarmMail))],
  ];
  return found.flatMap(([what, isPlaceholder]) => (isPlaceholder ? [`${what} of stage ${name} is a placeholder`] : []));
}

/** The stage of that name. @throws one sentence with the remedy: none named, an unknown one, this machine's own */
export function namedStage(name: string | undefined): Stage {
  if (!name) throw new Error('Name the stage: npm run deploy -- --stage dev');
  const stage = stageNamed(name);
  if (stage.name === 'local')
    throw new Error('The stage local is this machine: npm start runs it, there is nothing to deploy.');
  return stage;
}

/** @throws when a value of the stage was never replaced by a real one, naming each */
export function refusePlaceholders(stage: Stage): void {
  const missing = placeholders(stage);
  if (missing.length === 0) return;
  throw new Error(`${missing.join('; ')}. Enter your own values in infra/stages.ts, then deploy again.`);
}

/** @throws when the credentials at hand belong to another account than the stage */
export function refuseOtherAccount(stage: Stage, account: string | undefined): void {
  if (account === stage.account) return;
  throw new Error(
    `Your AWS credentials are of account ${account ?? 'unknown'}, the stage ${stage.name} lives in ${stage.account}. Sign in there and deploy again.`,
  );
}
