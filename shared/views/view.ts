import { z } from 'zod';
import { changeOf } from '../kernel/change.ts';
import { ViewId } from '../kernel/id.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { line } from '../kernel/text.ts';
import { ARRANGEMENT, LIST_IDS, LISTS, type ListId, paramsOf } from './lists.ts';

export const List = z.enum(LIST_IDS, 'Name one of the lists of the console.');

/** Columns by their ids, in order, joined by commas; what is not named is not shown. */
export const Columns = z
  .string()
  .max(400, 'A view names at most 400 characters of columns.')
  .regex(/^[a-z][a-z0-9-]*(,[a-z][a-z0-9-]*)*$/i, 'Name columns by their ids, joined by commas.')
  .refine((ids) => new Set(ids.split(',')).size === ids.split(',').length, 'Name each column once.');
export const Density = z.enum(['comfortable', 'compact']);
export type Density = z.infer<typeof Density>;

/** What the address of a list says beside where one is: its filters, order, columns and density, as text. */
export const ViewParams = z
  .record(z.string().max(40), z.string().min(1).max(400, 'Use at most 400 characters for one filter.'))
  .refine((params) => Object.keys(params).length <= 20, 'A view holds at most 20 parameters.')
  .refine(({ cols }) => cols === undefined || Columns.safeParse(cols).success, {
    path: ['cols'],
    message: 'Name each column once by its id, joined by commas.',
  })
  .refine(({ density }) => density === undefined || Density.safeParse(density).success, {
    path: ['density'],
    message: 'Rows are comfortable or compact.',
  });
export type ViewParams = z.infer<typeof ViewParams>;

const name = line('the name', 60);
const ofItsList = ({ list, params }: { list: ListId; params: ViewParams }, context: z.RefinementCtx) => {
  for (const param of unknownParams(list, params))
    context.addIssue({ code: 'custom', path: ['params', param], message: strange(list, param) });
};

export const NewView = z
  .strictObject({ list: List, name, params: ViewParams, shared: z.boolean().default(false) })
  .superRefine(ofItsList);
export type NewView = z.infer<typeof NewView>;

export const View = z.object({
  ...RecordFields,
  viewId: ViewId,
  list: List,
  name: z.string(),
  params: z.record(z.string(), z.string()),
  /** Everybody of the MSP's staff has it, or only who made it. */
  shared: z.boolean(),
});
export type View = z.infer<typeof View>;

export const OneView = z.strictObject({ viewId: ViewId });
export type OneView = z.infer<typeof OneView>;
export const ViewChange = changeOf({ name, params: ViewParams, shared: z.boolean() }).extend({
  viewId: ViewId,
  v: Version,
});
export type ViewChange = z.infer<typeof ViewChange>;
export const VersionedView = OneView.extend({ v: Version });
export type VersionedView = z.infer<typeof VersionedView>;

/** How a person has a list when no view says otherwise. A field that is left out is as the list itself has it. */
export const Habit = z.strictObject({
  list: List,
  cols: Columns.optional(),
  density: Density.optional(),
  /** The view that the list opens with. */
  viewId: ViewId.optional(),
});
export type Habit = z.infer<typeof Habit>;

/** Everything about a person's lists: small, and asked for once. */
export const Arranged = z.object({ views: z.array(View), habits: z.array(Habit) });
export type Arranged = z.infer<typeof Arranged>;

/** Views that one person may keep, and those that a team may share: a menu that is longer is read by nobody. */
export const MOST_OWN = 50;
export const MOST_SHARED = 100;

/** Parameters that this list does not know. */
export function unknownParams(list: ListId, params: ViewParams): string[] {
  const known = paramsOf(list);
  return Object.keys(params).filter((param) => !known.includes(param));
}

/** The sentence for a parameter that a list does not have. */
export function strange(list: ListId, param: string): string {
  const known = [...LISTS[list], ...ARRANGEMENT].join(', ');
  return `The list has no parameter "${param}". It has ${known}.`;
}

/** A view's parameters that its list still has. A filter that went since the view was saved goes from the view too. */
export function fitting(list: ListId, params: ViewParams): ViewParams {
  const known = paramsOf(list);
  return Object.fromEntries(Object.entries(params).filter(([param]) => known.includes(param)));
}
