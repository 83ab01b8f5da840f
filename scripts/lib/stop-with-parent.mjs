/**
 * Preloaded (`node --import`) into every child of `npm start`: when the parent is gone, however it ended, so is the
 * child. The channel between them must not by itself keep the child alive.
 */
const stop = () => process.kill(process.pid, 'SIGTERM');

process.once('disconnect', stop);
process.channel?.unref();
// The parent may be gone before this listens.
if (process.connected === false) stop();
