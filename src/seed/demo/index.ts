/** The demo data: real national policies, a fictional city that carries them out, and what its newsroom wrote. */
export { explainers } from './explainers';
export { DEMO_MEDIA, MEDIA_DIR_RELATIVE } from './media';
export { people } from './people';
export { plan } from './plan';
export { policies } from './policies';
