import { op } from '../kernel/op.ts';
import { Gone } from '../kernel/record.ts';
import { Arranged, Habit, NewView, VersionedView, View, ViewChange } from './view.ts';

/** How people look at lists: views with a name, their own or the team's, and each person's columns and density. */
export const viewsApi = {
  /** The person's own views, the team's, and how they have each list. */
  list: op('views:read', 'GET', '/views').output(Arranged),
  /** `views:share` too, when the team is to have it. */
  create: op('views:write', 'POST', '/views').input(NewView).output(View),
  edit: op('views:write', 'PATCH', '/views/{viewId}').input(ViewChange).output(View),
  remove: op('views:write', 'DELETE', '/views/{viewId}').input(VersionedView).output(Gone),
  /** Keeps how the person has a list, in place of what was kept. */
  keepHabit: op('views:write', 'PUT', '/habits/{list}').input(Habit).output(Habit),
};
