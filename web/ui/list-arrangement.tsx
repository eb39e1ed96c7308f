import { type ComponentType, createContext, type ReactNode, useContext } from 'react';

export type Density = 'comfortable' | 'compact';

/** How a list stands: its columns in order (absent: as the list has them), and how tight its rows are. */
export type Arrangement = { columns?: readonly string[]; density: Density };

/** What the console adds to the bar of a list, such as saved views; `filter` is what the list asks the server for. */
export type ToolsProps = { list: string; companyId?: string; filter?: Readonly<Record<string, unknown>> };

export type Lists = {
  arrangementOf: (list: string) => Arrangement;
  /** `columns: null` gives the list its own columns back. */
  arrange: (list: string, change: { columns?: readonly string[] | null; density?: Density }) => void;
  Tools: ComponentType<ToolsProps>;
};

const asItComes: Arrangement = { density: 'comfortable' };
const ListsContext = createContext<Lists | undefined>(undefined);

/** Features of the web never import each other: the console hands down here how a person has their lists. */
export function ListsProvider({ lists, children }: { lists: Lists; children: ReactNode }) {
  return <ListsContext value={lists}>{children}</ListsContext>;
}

/** What the console keeps of lists; undefined in the portal, whose lists stand as they are. */
export function useLists(): Lists | undefined {
  return useContext(ListsContext);
}

/** How one list stands. A list without a name is not arranged by anybody. */
export function useArrangement(list: string | undefined): Arrangement {
  const lists = useLists();
  return list && lists ? lists.arrangementOf(list) : asItComes;
}
