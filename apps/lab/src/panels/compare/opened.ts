import { useState } from 'react';

/** Which of several things are open, by name. */
export function useOpened(): readonly [isOpen: (name: string) => boolean, toggle: (name: string) => void] {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = (name: string): void =>
    setOpened((before) => {
      const after = new Set(before);
      if (!after.delete(name)) after.add(name);
      return after;
    });
  return [(name) => opened.has(name), toggle];
}
