/**
 * Preloaded (`node --import`) into every child of `npm start`: when the parent is gone, however it ended, so is the
 * child. The channel between them must not by itself keep the child alive.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
