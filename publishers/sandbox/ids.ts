import { randomBytes } from 'node:crypto';

/** `length` characters of base64url, as WeChat's media and article ids look. */
export const randomId = (length: number): string =>
  randomBytes(Math.ceil((length * 3) / 4))
    .toString('base64url')
    .slice(0, length);

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

/** The request id that WeChat appends to its error texts: seconds in hexadecimal, then two random parts. */
export const newRid = (now: Date): string => `${Math.floor(now.getTime() / 1000).toString(16)}-${hex(4)}-${hex(4)}`;
