import sharp from 'sharp';
import { allDone } from '../../all-done';
import { cachePrefix } from '../connection';
import { LIMITS } from '../limits';
import { QR_ADDRESS } from '../payload';
import { qrSvg } from '../qr-svg';
import type { FittedPicture } from './fit-picture';
import { pictureFile } from './picture-file';
import { advanced, failed, fitted, type Step, type StepResult } from './step';

/** Seconds. The platform keeps these pictures for good; the cache only saves work. */
const REMEMBERED = 90 * 24 * 60 * 60;
/** Three times the size at which it is shown, so that it stays sharp on every phone. */
const QR_PIXELS = 480;

/**
 * Puts some pictures of the text on the platform, at the same time. Each is remembered for the account by its content,
 * so neither another article nor another process uploads it again, nor this one where a neighbour failed.
 */
export async function uploadPictures(
  step: Step,
  placeholders: readonly string[],
  siteAddress: string,
): Promise<StepResult> {
  const results = await allDone(placeholders.map((one) => uploaded(step, one, siteAddress)));
  const addresses: Record<string, string> = {};
  for (const [index, placeholder] of placeholders.entries()) {
    const result = results[index];
    if (typeof result === 'string') addresses[placeholder] = result;
    else if (result) return result;
  }
  return advanced(step, { addresses: { ...step.progress.addresses, ...addresses } });
}

/** The address on the platform, or how the preparation ends. */
async function uploaded(step: Step, placeholder: string, siteAddress: string): Promise<string | StepResult> {
  const { api, connection, io } = step;
  const isQr = placeholder === QR_ADDRESS;
  const key = `${cachePrefix(connection)}:picture:${isQr ? `qr:${siteAddress}` : placeholder}`;
  const cached = await io.cache.get(key);
  if (cached !== null) return cached;
  return io.exclusive(key, async () => {
    const meanwhile = await io.cache.get(key);
    if (meanwhile !== null) return meanwhile;
    const made = isQr ? { picture: await qr(siteAddress) } : await articlePicture(step, placeholder);
    if ('problem' in made) return { state: 'rejected', problem: made.problem };
    const file = pictureFile(made.picture);
    const isSmall = file.bytes.length <= LIMITS.articlePicture;
    const answer = await (isSmall ? api.uploadPicture(file) : api.addMaterial(file));
    if (answer.type !== 'answer') return failed(step, answer);
    const address = answer.value.url.replace(/^http:/, 'https:');
    await io.cache.set(key, address, REMEMBERED);
    return address;
  });
}

/**
 * Long pictures full of words would suffer from being made small enough for articles. The library takes larger ones, whose
 * addresses work in articles as well; it holds 100,000, so only those go there.
 */
async function articlePicture(step: Step, placeholder: string): ReturnType<typeof fitted> {
  const sha256 = placeholder.slice('media:'.length);
  const small = await fitted(step, sha256, LIMITS.articlePicture, 'none');
  const tooLarge = 'problem' in small && small.problem.code === TOO_LARGE;
  return tooLarge ? fitted(step, sha256, LIMITS.libraryPicture, 'some') : small;
}

const TOO_LARGE = 'wechat.picture-too-large';

async function qr(siteAddress: string): Promise<FittedPicture> {
  const bytes = await sharp(Buffer.from(qrSvg(siteAddress, QR_PIXELS)))
    .png()
    .toBuffer();
  return { bytes, mime: 'image/png' };
}
