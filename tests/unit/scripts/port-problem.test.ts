import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { script } from './script';

test('a port in use is named; once free, there is no problem', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has an address of this type.
  const { port } = server.address() as AddressInfo;
  expect(await script('port-problem', '127.0.0.1', port)).toBe(`端口 ${port}（127.0.0.1）已被占用。`);
  server.close();
  await once(server, 'close');
  expect(await script('port-problem', '127.0.0.1', port)).toBeUndefined();
});

test('an address that this machine does not have is said to be missing', async () => {
  expect(await script('port-problem', '192.0.2.1', 1337)).toContain('本机没有这个地址');
});
