import fc from 'fast-check';
import { canonicalJson, hashOf } from '../../../src/delivery/hash';

const backwards = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, backwards(member)]),
  );
};

describe('a hash', () => {
  it('is the same whatever the order of the members, and after storage as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(hashOf(backwards(value))).toBe(hashOf(value));
        expect(hashOf(JSON.parse(JSON.stringify(value)))).toBe(hashOf(value));
      }),
    );
  });

  it('changes with every change of value or order of a list', () => {
    expect(hashOf({ title: '甲' })).not.toBe(hashOf({ title: '乙' }));
    expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]));
    expect(hashOf({ a: '1' })).not.toBe(hashOf({ a: 1 }));
    expect(hashOf({ a: null })).not.toBe(hashOf({}));
  });

  it('does not see members that JSON cannot hold', () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
  });

  it('is SHA-256 of UTF-8, so that others can check it', () => {
    // printf '{"标题":"门诊"}' | sha256sum
    expect(hashOf({ 标题: '门诊' })).toBe('sha256:d4e0afd72440d9acb100441da07cf0ad26ff625f2f35789dfc93e087d65a700a');
  });
});
