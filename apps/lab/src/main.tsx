import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './css/tokens.css';
import './css/page.css';
import './css/controls.css';
import './css/styles.css';
import './css/matrix.css';
import './css/waterfall.css';
import './css/panels.css';
import './css/prose.css';
import { RouterProvider } from '@tanstack/react-router';
import { router } from './router.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html lacks the element that the lab is rendered into');
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
