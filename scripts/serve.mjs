import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './lib/root.mjs';
import { startAlone } from './lib/start-alone.mjs';

// The product alone, in production mode, from an existing build; the environment is complete (see lib/start-product).
process.env.NODE_ENV ??= 'production';
// Required, not imported: Strapi's ES module build imports folders, which Node.js refuses.
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
try {
  await startAlone(process.env.DATABASE_URL, () => createStrapi({ appDir: ROOT, distDir: join(ROOT, 'dist') }).start());
} catch (error) {
  const refused = error instanceof Error && error.name === 'Refusal';
  console.error(refused ? `error: ${error.message}` : error);
  process.exit(1);
}
