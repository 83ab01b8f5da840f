import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '../src/environment';

export default ({ env }: { env: { array(name: string): string[] } }) => {
  const { HOST, PORT, SITE_URL, paths } = readEnvironment();
  // The upload provider refuses to start without its directory, and it starts before any code of ours could make it.
  mkdirSync(join(paths.library, 'uploads'), { recursive: true });
  return {
    host: HOST,
    port: PORT,
    url: SITE_URL,
    app: { keys: env.array('APP_KEYS') },
    dirs: { public: paths.library },
    http: { serverOptions: { requestTimeout: 15 * 60_000 } },
    logger: { updates: { enabled: false }, startup: { enabled: false } },
    transfer: { remote: { enabled: false } },
    cron: { enabled: false },
    webhooks: { populateRelations: false },
  };
};
