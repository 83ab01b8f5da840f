/** Settles when this process is asked to end; asking again changes nothing, npm passes Ctrl-C on a second time. */
export function stopAsked() {
  return /** @type {Promise<undefined>} */ (
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(undefined));
    })
  );
}
