import type { WechatPayload } from '../payload';
import { materialKey } from './material-key';
import { advanced, type Step, type StepResult } from './step';

/** The library lost a file that we remembered: none that was to be used is believed any more, once. */
export async function forgetMaterials(step: Step, payload: WechatPayload): Promise<StepResult> {
  const { connection, io, progress } = step;
  for (const name of Object.keys(progress.materials)) await io.cache.delete(materialKey(connection, name, payload));
  return advanced(step, { materials: {}, crops: null, renewed: true });
}
