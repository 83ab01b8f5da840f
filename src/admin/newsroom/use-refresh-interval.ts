import { useEffect, useState } from 'react';

const INTERVAL = 3_000;

/** Milliseconds between two looks at the server while this page is visible, 0 (never) while it is not. */
export function useRefreshInterval(): number {
  const [visible, setVisible] = useState(() => document.visibilityState === 'visible');
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return visible ? INTERVAL : 0;
}
