import type { Io, MediaRef, Preparation } from '../../contract';
import { problem, type Problem } from '../../problems';
import type { WechatApi } from '../api';
import type { NoAnswer } from '../answer';
import type { WechatConnection } from '../connection';
import type { WechatPrepared } from '../prepared';
import { problemOf } from '../refused';
import { waitFor } from '../wait';
import { fitPicture, type FittedPicture } from './fit-picture';
import { pictureProblem } from './picture-problem';
import type { Progress } from './progress';

/** Seconds, where the platform does not say how long: nothing is lost by asking soon. */
const USUAL_WAIT = 10;

/** What every sub-step works with. */
export interface Step {
  readonly api: WechatApi;
  readonly connection: WechatConnection;
  readonly io: Io;
  readonly media: readonly MediaRef[];
  readonly progress: Progress;
}

export type StepResult = Preparation<WechatPrepared>;

export const advanced = ({ progress }: Step, change: Partial<Progress>): StepResult => ({
  state: 'progress',
  done: { ...progress, ...change },
});

/** A refusal ends the preparation, unless waiting helps. Nothing is public either way. */
export function failed({ io }: Step, answer: NoAnswer): StepResult {
  const why = problemOf(answer);
  return why.kind === 'later' || why.kind === 'unknown'
    ? { state: 'later', problem: why, askAgainAfter: waitFor(answer, why, io.now()) ?? USUAL_WAIT }
    : { state: 'rejected', problem: why };
}

/** A file as WeChat takes it, or why that cannot be. */
export async function fitted(
  { io, media }: Step,
  sha256: string,
  maxBytes: number,
  harm: 'none' | 'some',
): Promise<{ readonly picture: FittedPicture } | { readonly problem: Problem }> {
  const ref = media.find((one) => one.sha256 === sha256);
  if (!ref) return { problem: problem('media.gone', { name: sha256.slice(0, 12) }) };
  const picture = await fitPicture(await io.media(ref), maxBytes, harm);
  return 'fault' in picture ? { problem: pictureProblem(picture.fault, ref.name) } : { picture };
}
