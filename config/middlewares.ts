import { readEnvironment } from '../src/environment';

/** Largest upload, bytes. */
const MAX_UPLOAD = 200 * 1024 * 1024;

export default () => {
  const { SITE_URL } = readEnvironment();
  return [
    'strapi::logger',
    'strapi::errors',
    'global::automation-errors',
    'global::automation-door',
    {
      name: 'strapi::security',
      config: {
        contentSecurityPolicy: {
          useDefaults: true,
          directives: {
            'connect-src': ["'self'"],
            'img-src': ["'self'", 'data:', 'blob:'],
            'media-src': ["'self'", 'data:', 'blob:'],
            // The product also runs on plain http inside an office network; a proxy adds HSTS.
            upgradeInsecureRequests: null,
          },
        },
      },
    },
    { name: 'strapi::cors', config: { origin: [SITE_URL] } },
    'strapi::query',
    {
      name: 'strapi::body',
      config: { jsonLimit: '2mb', formLimit: '2mb', textLimit: '2mb', formidable: { maxFileSize: MAX_UPLOAD } },
    },
    'global::uploads',
    'strapi::session',
    'strapi::favicon',
    'strapi::public',
  ];
};
