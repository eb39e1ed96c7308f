import type { ReactNode } from 'react';
import { Card, CardBody, CardHead, Section } from './card.tsx';
import type { RecordPanelProps } from './record-panels.tsx';

/** What stands around something that hangs on a record and that the client never sees. */
export function StaffOnlyFrame({
  title,
  frame,
  children,
}: {
  title: string;
  frame: RecordPanelProps['frame'];
  children: ReactNode;
}) {
  if (frame === 'bare') return children;
  if (frame === 'section')
    return (
      <Section title={title} fact="Staff only">
        {children}
      </Section>
    );
  return (
    <Card>
      <CardHead title={title} fact="Staff only" />
      <CardBody>{children}</CardBody>
    </Card>
  );
}
