import { createHash } from 'node:crypto';
import type { UploadFile } from '../api';
import type { FittedPicture } from './fit-picture';

/** Same bytes, same name: by it an upload is found again whose answer never arrived. */
export const pictureFile = ({ bytes, mime }: FittedPicture): UploadFile => ({
  bytes,
  mime,
  filename: `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.${mime === 'image/png' ? 'png' : 'jpg'}`,
});
