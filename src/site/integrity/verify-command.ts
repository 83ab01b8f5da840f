import publishingConfig from '../../../config/publishing';
import { createMutex } from '../../delivery/mutex';
import { placesOf } from '../../../publishers/website/places';
import { askForAdoption } from './adoption-request';
import { checkSite } from './check-site';
import { originalIn } from './original-in';
import { reportWords } from './report-words';
import { isClean, type SiteCheck } from './site-check';

export interface VerifyOptions {
  readonly restore: boolean;
  readonly adopt: boolean;
  readonly json: boolean;
}

/**
 * One check of the site on demand, beside a product that runs or without one. At full speed: somebody waits for it.
 * @returns the exit code: 0 only when everything is as published
 */
export async function verifyCommand({ restore, adopt, json }: VerifyOptions): Promise<number> {
  const { site, paths } = publishingConfig();
  const places = placesOf({ connection: site, exclusive: createMutex() });
  const { manifest } = places;
  if (!manifest) throw new Error('MINGBAI_SECRET_KEY is not set');
  const check: SiteCheck = {
    places,
    manifest,
    restores: restore,
    ownsLock: false,
    pace: () => Promise.resolve(),
    now: () => new Date(),
    log: (level, message, facts) => {
      console.error(level, message, facts ?? '');
    },
    original: originalIn(paths.media),
    isOver: () => false,
  };
  if (adopt) {
    await askForAdoption(check);
    say('已登记。产品会在一分钟之内（没有运行时，则在下次启动后）按现有文件重建清单。', json ? { asked: true } : null);
    return 0;
  }
  const report = await checkSite(check);
  say(reportWords(report).join('\n'), json ? report : null);
  return isClean(report) ? 0 : 1;
}

function say(words: string, json: object | null): void {
  console.log(json ? JSON.stringify(json, null, 2) : words);
}
