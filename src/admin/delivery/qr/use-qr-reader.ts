import { useEffect, useState } from 'react';
import { qrReader, type MayHaveDetector, type QrReader } from './qr-reader';

/** The browser's reader of QR codes; null while that is not known, and where there is none. */
export function useQrReader(): QrReader | null {
  const [reader, setReader] = useState<QrReader | null>(null);
  useEffect(() => {
    let gone = false;
    // TypeScript does not know that a window may have it.
    void qrReader(window as MayHaveDetector).then((found) => {
      if (!gone) setReader(found);
    });
    return () => {
      gone = true;
    };
  }, []);
  return reader;
}
