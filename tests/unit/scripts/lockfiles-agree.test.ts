import { script } from './script';

const ROOT_ENTRY = { version: '0.1.0' };
const AXIOS = { version: '1.21.1', integrity: 'sha512-a' };
const OTHER_PLATFORM = { version: '1.0.0', integrity: 'sha512-b', optional: true };

const wanted = (packages: object) => ({ packages: { '': ROOT_ENTRY, ...packages } });
const installed = (packages: object) => ({ packages });
const agree = (...args: [object, object]) => script('lockfiles-agree', ...args);

test('the same packages agree, without the project itself', async () => {
  expect(await agree(wanted({ 'node_modules/axios': AXIOS }), installed({ 'node_modules/axios': AXIOS }))).toBe(true);
});

test('the binaries of a system may be missing on either side', async () => {
  const plain = { 'node_modules/axios': AXIOS };
  const withBinary = { ...plain, 'node_modules/fsevents': OTHER_PLATFORM };
  expect(await agree(wanted(withBinary), installed(plain))).toBe(true);
  expect(await agree(wanted(plain), installed(withBinary))).toBe(true);
});

test.each([
  ['a missing package', {}],
  ['another version', { 'node_modules/axios': { ...AXIOS, version: '1.21.0' } }],
  ['other contents', { 'node_modules/axios': { ...AXIOS, integrity: 'sha512-z' } }],
  ['a package too many', { 'node_modules/axios': AXIOS, 'node_modules/left-pad': AXIOS }],
])('%s does not agree', async (_, packages) => {
  expect(await agree(wanted({ 'node_modules/axios': AXIOS }), installed(packages))).toBe(false);
});
