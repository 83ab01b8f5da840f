import { createCipheriv, createDecipheriv } from 'node:crypto';
import { envelope, isEncodingKey } from '../../../../../publishers/wechat/callback/envelope';
import { isSigned, signatureOf } from '../../../../../publishers/wechat/callback/signature';
import { KNOWN } from './known-push';

const sealed = envelope(KNOWN.encodingAesKey, KNOWN.appId);
const key = Buffer.from(`${KNOWN.encodingAesKey}=`, 'base64');

/** Encrypts as any program would that has read the platform's page: whole blocks of 32, one byte repeated at the end. */
function encrypt(message: string, appId: string, change: (plain: Buffer) => Buffer = (plain) => plain): string {
  const body = Buffer.from(message, 'utf8');
  const size = Buffer.from([body.length >> 24, (body.length >> 16) & 255, (body.length >> 8) & 255, body.length & 255]);
  const whole = Buffer.concat([Buffer.from('fedcba9876543210'), size, body, Buffer.from(appId)]);
  const fill = 32 - (whole.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
  cipher.setAutoPadding(false);
  const plain = change(Buffer.concat([whole, Buffer.from(Array<number>(fill).fill(fill))]));
  return cipher.update(plain, undefined, 'base64') + cipher.final('base64');
}

describe('signatures', () => {
  test('are those that another program computes', () => {
    const { token, timestamp, nonce, encrypted } = KNOWN;
    expect(signatureOf([token, timestamp, nonce])).toBe(KNOWN.signature);
    expect(signatureOf([token, timestamp, nonce, encrypted])).toBe(KNOWN.messageSignature);
  });

  test.each([
    ['one part differs', [KNOWN.token, KNOWN.timestamp, '987654322'], KNOWN.signature],
    ['one sign differs', [KNOWN.token, KNOWN.timestamp, KNOWN.nonce], KNOWN.signature.replace(/^0/, '1')],
    ['it is cut short', [KNOWN.token, KNOWN.timestamp, KNOWN.nonce], KNOWN.signature.slice(1)],
    ['there is none', [KNOWN.token, KNOWN.timestamp, KNOWN.nonce], ''],
  ])('are refused where %s', (_why, parts, signature) => {
    expect(isSigned(signature, parts)).toBe(false);
    expect(isSigned(KNOWN.signature, [KNOWN.token, KNOWN.timestamp, KNOWN.nonce])).toBe(true);
  });
});

describe('safe mode', () => {
  test('opens what another program has closed', () => {
    expect(sealed.open(KNOWN.encrypted)).toBe(KNOWN.message);
    expect(sealed.open(encrypt('<xml>医保</xml>', KNOWN.appId))).toBe('<xml>医保</xml>');
  });

  test.each([0, 1, 11, 12, 13, 31, 32, 1_000])('closes %i bytes so that another program can open them', (length) => {
    const message = 'a'.repeat(length);
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const plain = Buffer.concat([decipher.update(sealed.close(message), 'base64'), decipher.final()]);
    const fill = plain.at(-1) ?? 0;
    expect(plain.length % 32).toBe(0);
    expect(fill).toBeGreaterThan(0);
    expect(plain.readUInt32BE(16)).toBe(length);
    expect(plain.subarray(20, plain.length - fill).toString()).toBe(message + KNOWN.appId);
  });

  test('never closes a message twice alike', () => {
    expect(sealed.close('<xml/>')).not.toBe(sealed.close('<xml/>'));
  });

  test.each([
    ['another account', encrypt('<xml></xml>', 'wx0000000000000000')],
    ['an account whose name goes on', encrypt('<xml></xml>', `${KNOWN.appId}0`)],
    [
      'a length beyond the end',
      encrypt('<xml></xml>', KNOWN.appId, (plain) => (plain.writeUInt32BE(9_999, 16), plain)),
    ],
    ['no padding', encrypt('<xml></xml>', KNOWN.appId, (plain) => (plain.writeUInt8(0, plain.length - 1), plain))],
    [
      'too much padding',
      encrypt('<xml></xml>', KNOWN.appId, (plain) => (plain.writeUInt8(33, plain.length - 1), plain)),
    ],
    [
      'padding that is none',
      encrypt('<xml></xml>', KNOWN.appId, (plain) => (plain.writeUInt8(7, plain.length - 2), plain)),
    ],
    ['another key', envelope('B'.repeat(43), KNOWN.appId).close('<xml></xml>')],
    ['half a block', Buffer.from('abc').toString('base64')],
    ['nothing', ''],
    ['no base64', '????'],
  ])('does not open what is for or has %s', (_what, encrypted) => {
    expect(sealed.open(encrypted)).toBeNull();
  });

  test('a key has 43 letters and digits', () => {
    expect(isEncodingKey(KNOWN.encodingAesKey)).toBe(true);
    for (const wrong of ['', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}=`])
      expect(isEncodingKey(wrong)).toBe(false);
  });
});
