import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { isWithdrawn } from '../../publishers/website/withdrawn';

/** The directories of a site over HTTP, as a web server would: pages, media, 410 for what was withdrawn, else 404. */
export async function serveDirectory(siteDir: string, siteStateDir: string) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    const file = readFile(join(siteDir, path.endsWith('/') ? `${path}index.html` : path));
    void Promise.all([file, isWithdrawn(siteStateDir, path)]).then(
      ([bytes, gone]) => response.writeHead(gone ? 410 : 200).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a string only for pipes
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
