// Before the first paint, or a page kept dark would flash light. The switch on the page writes what this reads.
try {
  const kept = globalThis.localStorage.getItem('rungs.theme');
  if (kept === 'light' || kept === 'dark') globalThis.document.documentElement.dataset.theme = kept;
} catch {
  // Storage is closed to us: the system's setting holds.
}
