import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ChartsPage } from './charts-page.tsx';
import './gallery.css';
import { redraws } from './roadmap-data.ts';
import { RoadmapPage } from './roadmap-page.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html lacks the element with id "root".');

// ?page=roadmap|many|charts, ?theme=dark
const query = new URLSearchParams(window.location.search);
document.documentElement.dataset.theme = query.get('theme') ?? 'light';
const page = query.get('page') ?? 'charts';
Object.assign(window, { redraws });

createRoot(root).render(
  <StrictMode>{page === 'charts' ? <ChartsPage /> : <RoadmapPage many={page === 'many'} />}</StrictMode>,
);
