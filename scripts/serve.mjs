import { join } from 'node:path';
import { createStrapi } from '@strapi/strapi';
import { ROOT } from './lib/root.mjs';

// The product alone, in production mode, from an existing build; the environment is complete (see lib/start-product).
process.env.NODE_ENV ??= 'production';
await createStrapi({ appDir: ROOT, distDir: join(ROOT, 'dist') }).start();
