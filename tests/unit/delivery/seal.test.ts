import { createSeal } from '../../../src/delivery/seal';

describe('a seal', () => {
  const seal = createSeal('the office’s own secret');

  it('gives back what was closed, and never the same text twice', () => {
    expect(seal.open(seal.close('令牌 2.00abc'))).toBe('令牌 2.00abc');
    expect(seal.close('x')).not.toBe(seal.close('x'));
    expect(seal.close('2.00abc')).not.toContain('2.00abc');
  });

  it('does not open what was altered by a single bit, wherever it is', () => {
    const sealed = Buffer.from(seal.close('令牌'), 'base64');
    for (const at of sealed.keys()) {
      const altered = Buffer.from(sealed);
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
      expect(() => seal.open(altered.toString('base64'))).toThrow();
    }
  });

  it('does not open what another secret closed', () => {
    expect(() => createSeal('another').open(seal.close('令牌'))).toThrow();
  });
});
