import { create } from 'qrcode';

/** Light modules around the code, without which scanners do not find it. */
const QUIET = 4;

/** The QR code of an address, drawn when the page is written; dark on white in dark mode too, as cameras expect. */
export function QrCode({ address, name }: { readonly address: string; readonly name: string }) {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const size = modules.size + 2 * QUIET;
  const path = Array.from({ length: modules.size }, (_, row) => rowPath(modules.data, modules.size, row)).join('');
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#1c2a33" d={path} />
    </svg>
  );
}

/** Dark modules side by side are one stroke: a third of the bytes. */
function rowPath(data: ArrayLike<number | boolean>, size: number, row: number): string {
  let path = '';
  for (let column = 0; column < size; column += 1) {
    if (!data[row * size + column]) continue;
    const start = column;
    while (column + 1 < size && data[row * size + column + 1]) column += 1;
    path += `M${start + QUIET} ${row + QUIET}h${column - start + 1}v1H${start + QUIET}z`;
  }
  return path;
}
