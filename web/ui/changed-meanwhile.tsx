import { Button } from './button.tsx';
import { Callout } from './callout.tsx';

/** Somebody saved first: says who, keeps what was typed, and offers to drop it. */
export function ChangedMeanwhile({
  what,
  by,
  people,
  onDiscard,
}: {
  /** Kind of the record: "goal". */
  what: string;
  /** Id of the person; undefined while nobody was first. */
  by: string | undefined;
  people: ReadonlyMap<string, string>;
  onDiscard: () => void;
}) {
  if (by === undefined) return null;
  return (
    <div role="alert">
      <Callout
        title={`${people.get(by) ?? 'Somebody else'} changed this ${what} meanwhile`}
        actions={<Button onClick={onDiscard}>Discard mine</Button>}
      >
        Nothing was saved yet. The page behind shows their change; saving again puts what you typed in its place.
      </Callout>
    </div>
  );
}
