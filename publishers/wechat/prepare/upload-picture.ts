import sharp from 'sharp';
import { cachePrefix } from '../connection';
import { LIMITS } from '../limits';
import { QR_ADDRESS } from '../payload';
import { qrSvg } from '../qr-svg';
import { pictureFile } from './picture-file';
import { advanced, failed, fitted, type Step, type StepResult } from './step';

/** Seconds. The platform keeps these pictures for good; the cache only saves work. */
const REMEMBERED = 90 * 24 * 60 * 60;
/** Three times the size at which it is shown, so that it stays sharp on every phone. */
const QR_PIXELS = 480;

/** Puts one picture of the text on the platform. The same picture in another article is not uploaded again. */
export async function uploadPicture(step: Step, placeholder: string, siteAddress: string): Promise<StepResult> {
  const { api, connection, io, progress } = step;
  const isQr = placeholder === QR_ADDRESS;
  const key = `${cachePrefix(connection)}:picture:${isQr ? `qr:${siteAddress}` : placeholder}`;
  const keep = (address: string): StepResult =>
    advanced(step, { addresses: { ...progress.addresses, [placeholder]: address } });

  const cached = await io.cache.get(key);
  if (cached !== null) return keep(cached);
  const made = isQr
    ? await qr(siteAddress)
    : await fitted(step, placeholder.slice('media:'.length), LIMITS.articlePicture);
  if ('problem' in made) return { state: 'rejected', problem: made.problem };
  const answer = await api.uploadPicture(pictureFile(made.picture));
  if (answer.type !== 'answer') return failed(step, answer);
  const address = answer.value.url.replace(/^http:/, 'https:');
  await io.cache.set(key, address, REMEMBERED);
  return keep(address);
}

async function qr(siteAddress: string) {
  const bytes = await sharp(Buffer.from(qrSvg(siteAddress, QR_PIXELS)))
    .png()
    .toBuffer();
  return { picture: { bytes, mime: 'image/png' as const } };
}
