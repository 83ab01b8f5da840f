import { request } from 'node:http';
import { API_TOKEN } from './start-product';

const MEGABYTE = Buffer.alloc(1024 * 1024, 'x');
const LINE_CLOSED = new Set(['EPIPE', 'ECONNRESET']);
const BOUNDARY = 'a-boundary-between-parts';

interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * Sends an upload of any size without ever holding it, and stops sending when the answer comes.
 * @returns status and body of the answer
 */
export async function uploadStream(url: string, megabytes: number): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await uploadOnce(url, megabytes);
    } catch (error) {
      // Who refuses closes the line: Node.js may notice that before it has read the answer, which is then lost to it.
      if (tries === 5 || !(error instanceof Error && 'code' in error && LINE_CLOSED.has(String(error.code))))
        throw error;
    }
  }
}

function uploadOnce(url: string, megabytes: number): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answered = false;
    const sending = request(
      {
        hostname,
        port,
        path: '/api/v1/media',
        method: 'POST',
        agent: false,
        headers: {
          authorization: `Bearer ${API_TOKEN}`,
          'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
        },
      },
      (response) => {
        answered = true;
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part));
        response.on('end', () => {
          sending.destroy();
          resolve({ status: response.statusCode ?? 0, body });
        });
        response.on('error', reject);
      },
    );
    sending.on('error', (error) => {
      if (!answered) reject(error);
    });
    sending.write(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="film.mp4"\r\ncontent-type: video/mp4\r\n\r\n`,
    );
    let left = megabytes;
    const more = (): void => {
      while (left > 0 && !answered && !sending.destroyed) {
        left -= 1;
        if (!sending.write(MEGABYTE)) {
          sending.once('drain', more);
          return;
        }
      }
      if (left === 0) sending.end(`\r\n--${BOUNDARY}--\r\n`);
    };
    more();
  });
}
