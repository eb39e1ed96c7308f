import { createFileRoute } from '@tanstack/react-router';
import { templatesQuery } from '../../../features/meetings/queries.ts';
import { TemplatesPage } from '../../../features/meetings/templates-page.tsx';
import { hrefOf } from '../../navigation.tsx';

export const Route = createFileRoute('/_app/meeting-templates')({
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(templatesQuery());
  },
  component: Templates,
});

function Templates() {
  const meetings = hrefOf('meetings', undefined);
  return (
    <TemplatesPage meetingsHref={meetings} startHref={(templateId) => `${meetings}?new=true&template=${templateId}`} />
  );
}
