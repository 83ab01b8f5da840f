/** Where the sandbox listens and the product looks for it. */
export const SANDBOX_HOST = '127.0.0.1';
