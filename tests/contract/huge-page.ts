import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HugePage {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const PAGE = `<html><title>500</title>${'<p>Internal Server Error</p>'.repeat(190_000)}</html>`;

/** A server whose every answer is an error page of 5 MB. */
export async function serveHugePage(): Promise<HugePage> {
  const server = createServer((_request, response) =>
    response.writeHead(500, { 'content-type': 'text/html' }).end(PAGE),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, // a string only for pipes
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
