import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';

interface StoredFile {
  hash: string;
}
/** The storage behind the media library, as the upload plugin wraps it; the package exports no type for it. */
interface Provider {
  upload(file: StoredFile): Promise<void>;
  uploadStream(file: StoredFile): Promise<void>;
}

/**
 * Gives every file of the media library a name of 128 random bits. Strapi serves the library to whoever knows an
 * address, and its own names carry the title and 40 bits: the pictures of a draft could be found before they are public.
 * Readers never see these addresses; the site has its own copies.
 */
export function nameFilesUnguessably(strapi: Core.Strapi): void {
  const { provider } = strapi.plugin('upload') as unknown as { provider: Provider };
  for (const method of ['upload', 'uploadStream'] as const) {
    const store = provider[method].bind(provider);
    provider[method] = (file) => {
      file.hash = randomBytes(16).toString('hex');
      return store(file);
    };
  }
}
