import { createServer } from 'node:net';

/** @type {Record<string, string>} */
const REASONS = {
  EADDRINUSE: '已被占用',
  EACCES: '需要更高的系统权限',
  EADDRNOTAVAIL: '不可用：本机没有这个地址',
};

/**
 * Tries a port by listening on it for a moment.
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string | undefined>} what is wrong, in words for the operator
 */
export function portProblem(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      resolve(`端口 ${port}（${host}）${REASONS[error.code ?? ''] ?? `无法使用：${error.message}`}。`),
    );
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
