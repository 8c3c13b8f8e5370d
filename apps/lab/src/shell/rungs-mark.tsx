export function RungsMark() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d="M4 1v14M12 1v14M4 4h8M4 8h8M4 12h8" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  );
}
