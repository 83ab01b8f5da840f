/** What a code says. */
export interface Code {
  readonly rawValue: string;
}

/** The browser's own reader of codes. */
export interface QrReader {
  detect(picture: ImageBitmapSource): Promise<readonly Code[]>;
}

interface Detector {
  new (options: { readonly formats: readonly string[] }): QrReader;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** Not in TypeScript's list of what browsers have: several have it only on some systems. */
export interface MayHaveDetector {
  readonly BarcodeDetector?: Detector;
}

/** Null where this browser cannot read QR codes: it may know the interface and have nothing behind it. */
export async function qrReader({ BarcodeDetector }: MayHaveDetector): Promise<QrReader | null> {
  if (!BarcodeDetector) return null;
  try {
    const formats = await BarcodeDetector.getSupportedFormats();
    return formats.includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : null;
  } catch {
    return null; // a reader that cannot say what it reads is none
  }
}
