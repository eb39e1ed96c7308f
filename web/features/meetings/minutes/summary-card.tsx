import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { Card, CardBody, CardHead } from '../../../ui/card.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import type { Summary } from './use-summary.ts';

/** The first words of the minutes, drafted from what was decided and saved as they are typed. */
export function SummaryCard({ summary }: { summary: Summary }) {
  const { text, type, busy, isDirty, problem, retry, theirs, settle } = summary;
  const state = busy ? 'Saving' : problem ? 'Not saved' : isDirty ? 'Changes not saved' : 'Saved';
  return (
    <Card>
      <CardHead
        title="Summary"
        fact="Drafted from what was decided; the client reads it first"
        action={
          <span role="status" className="text-ink-3 text-meta">
            {state}
          </span>
        }
      />
      <CardBody className="flex flex-col gap-3">
        <Textarea
          aria-label="Summary"
          value={text}
          rows={4}
          maxLength={4_000}
          onChange={(event) => type(event.target.value)}
        />
        {theirs === undefined ? null : (
          <Callout
            title="Somebody changed the summary meanwhile"
            actions={
              <>
                <Button size="sm" onClick={() => settle('mine')}>
                  Keep mine
                </Button>
                <Button size="sm" onClick={() => settle('theirs')}>
                  Take theirs
                </Button>
              </>
            }
          >
            {theirs || 'It is empty now.'}
          </Callout>
        )}
        {problem ? (
          <div role="alert">
            <Callout
              tone="bad"
              title="The summary is not saved"
              actions={
                <Button size="sm" onClick={retry}>
                  Try again
                </Button>
              }
            >
              {problem}
            </Callout>
          </div>
        ) : null}
      </CardBody>
    </Card>
  );
}
