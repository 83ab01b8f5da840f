import type { PictureFault } from '../../pictures/open-picture';
import { problem, type Problem } from '../../problems';

const CODES: Readonly<Record<PictureFault | 'too-large', string>> = {
  empty: 'picture.broken',
  'no-picture': 'picture.broken',
  broken: 'picture.broken',
  heic: 'picture.heic',
  drawing: 'picture.drawing',
  'too-many-pixels': 'picture.too-many-pixels',
  'too-large': 'wechat.picture-too-large',
};

/** Why a picture cannot be sent. */
export const pictureProblem = (fault: keyof typeof CODES, name: string): Problem => problem(CODES[fault], { name });
