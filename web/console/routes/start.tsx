import { createFileRoute } from '@tanstack/react-router';
import { StartPage } from '../../features/identity/start-page.tsx';

export const Route = createFileRoute('/start')({ component: StartPage });
