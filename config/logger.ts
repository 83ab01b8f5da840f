import { readEnvironment } from '../src/environment';
import { STRAPI_LEVEL, strapiLines } from '../src/strapi-lines';

export default () => ({ level: STRAPI_LEVEL[readEnvironment().LOG_LEVEL], format: strapiLines });
