import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { setUp, stopClock } from './setup.js';
import { findAll } from './render-checks.js';
import { sourceOf, type Given } from './source.js';

declare global {
  interface Window {
    __dashpack: Given;
  }
}

async function start(): Promise<void> {
  window.dashpackRenderFindings = findAll;
  await setUp();
  const source = sourceOf(window.__dashpack);
  const first = await source.state();
  if (first.now !== undefined) stopClock(first.now);
  const root = document.createElement('div');
  document.body.append(root);
  createRoot(root).render(<App first={first} source={source} />);
}

void start();
