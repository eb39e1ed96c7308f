import { isList, LISTS } from '../../shared/views/lists.ts';
import { ViewsMenu } from '../features/views/views-menu.tsx';
import type { ToolsProps } from '../ui/list-arrangement.tsx';

/** What the console adds to the bar of a list: its views. */
export function Tools({ list }: ToolsProps) {
  // Where nothing can be filtered there is one view.
  return isList(list) && LISTS[list].length > 0 ? <ViewsMenu list={list} /> : null;
}
