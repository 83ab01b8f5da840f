interface Env {
  (name: string): string;
  bool(name: string, fallback: boolean): boolean;
}

const MINUTE = 60;

export default ({ env }: { env: Env }) => ({
  auth: {
    secret: env('ADMIN_JWT_SECRET'),
    // Seconds. The refresh pair equals the session pair, which turns "remember me" off: office machines are shared.
    sessions: {
      accessTokenLifespan: 10 * MINUTE,
      maxRefreshTokenLifespan: 8 * 60 * MINUTE,
      idleRefreshTokenLifespan: 60 * MINUTE,
      maxSessionLifespan: 8 * 60 * MINUTE,
      idleSessionLifespan: 60 * MINUTE,
    },
  },
  apiToken: { salt: env('API_TOKEN_SALT') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  flags: { nps: false, promoteEE: false, docLinks: false },
  ai: { enabled: false },
  // Browser tests log in more often than five times in five minutes; only NODE_ENV=test may lift the limiter.
  rateLimit: { enabled: env('NODE_ENV') !== 'test' },
  watchIgnoreFiles: ['**/.data/**'],
});
