import { z } from 'zod';
import { type ControlProfile, levelOf } from '../../../shared/m365/control.ts';
import { plainText } from '../../../shared/m365/plain-text.ts';
import { erase, type Op } from '../../_kit/operations.ts';
import type { Scope } from '../../_kit/scope.ts';
import { find } from '../../_kit/store.ts';
import { type DataSet, type Target, unreadable, vendorKey } from '../../integrations/data-set.service.ts';
import { mirror } from '../../integrations/mirror.service.ts';
import { type BoardLine, ControlBoardEntity, ControlTextEntity } from '../secure-score.entity.ts';
import { storedRows } from './mirrored.ts';

const text = z.string().nullish();

/** Source: Microsoft Graph, "secureScoreControlProfile resource type". */
const Profile = z.object({
  id: z.string().regex(/^[\w.-]{1,100}$/, 'not a control id'),
  title: z.string().min(1),
  controlCategory: z.string().min(1),
  service: text,
  tier: text,
  maxScore: z.coerce.number().min(0),
  userImpact: text,
  implementationCost: text,
  deprecated: z.boolean().nullish(),
  remediation: text,
  remediationImpact: text,
  threats: z.array(z.string()).catch([]),
  actionUrl: text,
});

interface ControlContent {
  profile: ControlProfile;
  text: { remediation: string; remediationImpact: string; threats: string[]; actionUrl?: string };
}

/** Only https links are kept: they become links on a page. */
function linkOf(url: string | null | undefined): string | undefined {
  return url && URL.canParse(url) && new URL(url).protocol === 'https:' ? url.slice(0, 500) : undefined;
}

function contentOf(row: z.infer<typeof Profile>): ControlContent {
  const actionUrl = linkOf(row.actionUrl);
  return {
    profile: {
      id: row.id,
      title: plainText(row.title, 200),
      category: row.controlCategory,
      service: row.service ?? '',
      tier: row.tier ?? '',
      max: row.maxScore,
      impact: levelOf(row.userImpact),
      cost: levelOf(row.implementationCost),
      deprecated: row.deprecated ?? false,
    },
    text: {
      remediation: plainText(row.remediation, 4_000),
      remediationImpact: plainText(row.remediationImpact, 1_000),
      threats: row.threats.slice(0, 20).map((threat) => threat.slice(0, 80)),
      ...(actionUrl ? { actionUrl } : {}),
    },
  };
}

const lineOf = ({ id, title, category, service, tier, max, impact, cost }: ControlProfile): BoardLine => [
  id,
  title,
  category,
  service,
  tier,
  max,
  impact,
  cost,
];

async function boardOp(scope: Scope, { companyId }: Target, next: (lines: BoardLine[]) => BoardLine[]): Promise<Op[]> {
  const key = { mspId: scope.mspId, companyId };
  const before = await find(scope, ControlBoardEntity, ControlBoardEntity.get(key), { consistent: true });
  return [mirror(ControlBoardEntity, { ...key, lines: next(before?.lines ?? []) }, before)];
}

/** Microsoft's catalogue of controls: what lists show of all of them in one row, the long text of each in its own. */
export const controls: DataSet<ControlContent> = {
  name: 'controls',
  listing: 'full',
  parts: 1,
  request: () => ({ path: '/security/secureScoreControlProfiles', query: { $top: '999' } }),
  read: (row) => {
    const parsed = Profile.safeParse(row);
    if (!parsed.success) return unreadable(row, parsed.error, 'id', 'title');
    const content = contentOf(parsed.data);
    return { kind: 'record', key: vendorKey(parsed.data.id), label: content.profile.title, content };
  },
  async write(scope, target, changed) {
    const { companyId } = target;
    const keys = changed.map(({ key }) => key);
    const stored = await storedRows(scope, ControlTextEntity, companyId, keys);
    const texts = changed.map(({ key, content }) =>
      mirror(ControlTextEntity, { ...content.text, mspId: scope.mspId, companyId, key }, stored.get(key)),
    );
    const ids = new Set(changed.map(({ content }) => content.profile.id));
    const fresh = changed.map(({ content }) => content.profile).filter(({ deprecated }) => !deprecated);
    const board = await boardOp(scope, target, (lines) => [
      ...lines.filter(([id]) => !ids.has(id)),
      ...fresh.map(lineOf),
    ]);
    return { ops: [...board, ...texts] };
  },
  async remove(scope, target, keys) {
    const gone = new Set(keys);
    const board = await boardOp(scope, target, (lines) => lines.filter(([id]) => !gone.has(vendorKey(id))));
    const { companyId } = target;
    return [...board, ...keys.map((key) => erase(ControlTextEntity, { mspId: scope.mspId, companyId, key }))];
  },
};
