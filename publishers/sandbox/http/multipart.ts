/** One part of a multipart/form-data body. `filename` and `mime` are empty where the client gave none. */
export interface Part {
  readonly name: string;
  readonly filename: string;
  readonly mime: string;
  readonly bytes: Buffer;
}

/** The parts in order, or null when the body is not multipart. Source of the format: RFC 7578. */
export function parseMultipart(contentType: string, body: Buffer): readonly Part[] | null {
  const boundary = /^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  const marker = boundary?.[1] ?? boundary?.[2];
  if (marker === undefined) return null;
  const delimiter = Buffer.from(`\r\n--${marker}`);
  const whole = Buffer.concat([Buffer.from('\r\n'), body]);
  const parts: Part[] = [];
  let start = whole.indexOf(delimiter);
  while (start >= 0) {
    const next = whole.indexOf(delimiter, start + delimiter.length);
    if (next < 0) break;
    const part = parsePart(whole.subarray(start + delimiter.length + 2, next));
    if (part) parts.push(part);
    start = next;
  }
  return parts;
}

function parsePart(raw: Buffer): Part | null {
  const end = raw.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const headers = raw.subarray(0, end).toString('utf8');
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? '';
  return {
    name: /[;\s]name="([^"]*)"/i.exec(disposition)?.[1] ?? '',
    filename: /[;\s]filename="([^"]*)"/i.exec(disposition)?.[1] ?? '',
    mime: /^content-type:\s*([^\s;]+)/im.exec(headers)?.[1] ?? '',
    bytes: raw.subarray(end + 4),
  };
}
