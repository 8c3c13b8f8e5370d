import { useEffect, useRef } from 'react';
import { Outlet, useLocation } from '@tanstack/react-router';
import { RunsProvider } from '../runs/runs-context.tsx';
import { Top } from './top.tsx';

const TITLES: Readonly<Record<string, string>> = {
  '/': 'Rungs: one service, five API styles',
  '/compare': 'Compare · Rungs',
  '/start': 'First calls · Rungs',
  '/reference': 'Reference of level 2 · Rungs',
  '/explore/graphql': 'GraphQL · Rungs',
  '/method': 'How it is measured · Rungs',
};

/** What all pages share. */
export function Shell() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const arrivedAt = useRef(pathname);
  useEffect(() => {
    document.title = TITLES[pathname] ?? 'No such page · Rungs';
    // A page that comes without a load is not announced: the keyboard and the screen reader are led to it.
    if (arrivedAt.current !== pathname) main.current?.focus();
    arrivedAt.current = pathname;
  }, [pathname]);
  return (
    <RunsProvider>
      <a className="skip" href="#content">
        Skip to the page
      </a>
      <Top />
      <main id="content" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
    </RunsProvider>
  );
}
