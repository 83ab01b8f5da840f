import { create } from 'qrcode';

/** Light modules around the code, without which scanners do not find it. */
const QUIET = 3;

/** The QR code of an address as SVG, ink on white; same address, same bytes. */
export function qrSvg(address: string, pixels: number): string {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const size = modules.size + 2 * QUIET;
  let path = '';
  modules.data.forEach((dark, index) => {
    if (dark) path += `M${(index % modules.size) + QUIET} ${Math.floor(index / modules.size) + QUIET}h1v1h-1z`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#FFFFFF"/><path d="${path}" fill="#1C2A33"/></svg>`;
}
