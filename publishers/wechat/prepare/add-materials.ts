import { z } from 'zod';
import { allDone } from '../../all-done';
import type { CallAnswer } from '../answer';
import type { UploadFile } from '../api';
import type { WechatPayload } from '../payload';
import { COVER_NAME, materialKey } from './material-key';
import { materialFile } from './material-file';
import { coverCrops, type Progress } from './progress';
import { advanced, failed, type Step, type StepResult } from './step';

/** Seconds. Staff may tidy the library, so its ids are not trusted for ever. */
const REMEMBERED = 30 * 24 * 60 * 60;

/** What is remembered of a file in the library. */
const entrySchema = z.object({ id: z.string(), crops: coverCrops.nullable() });
type Entry = z.infer<typeof entrySchema>;

/** Puts some files into the library at the same time, or finds them there. */
export async function addMaterials(step: Step, names: readonly string[], payload: WechatPayload): Promise<StepResult> {
  const find = finder(step, payload.kind === 'mpvideo' ? 'video' : 'image');
  const results = await allDone(names.map((name) => added(step, name, payload, find)));
  const materials: Record<string, string> = {};
  let crops: Progress['crops'] = step.progress.crops;
  for (const [index, name] of names.entries()) {
    const result = results[index];
    if (result && !('id' in result)) return result;
    if (result) materials[name] = result.id;
    if (result && name === COVER_NAME) crops = result.crops;
  }
  return advanced(step, { materials: { ...step.progress.materials, ...materials }, crops });
}

async function added(step: Step, name: string, payload: WechatPayload, find: Find): Promise<Entry | StepResult> {
  const { connection, io } = step;
  const key = materialKey(connection, name, payload);
  const known = async (): Promise<Entry | null> => readEntry(await io.cache.get(key));
  const store = async (): Promise<Entry | StepResult> => {
    const meanwhile = await known();
    if (meanwhile) return meanwhile;
    const made = await materialFile(step, name, payload);
    if ('problem' in made) return { state: 'rejected', problem: made.problem };
    const answer = await find(made.file, made.upload);
    if (answer.type !== 'answer') return failed(step, answer);
    const entry = { id: answer.value.media_id, crops: made.crops };
    await io.cache.set(key, JSON.stringify(entry), REMEMBERED);
    return entry;
  };
  return (await known()) ?? io.exclusive(key, store);
}

type Uploaded = Promise<CallAnswer<{ media_id: string }>>;
type Find = (file: UploadFile, upload: () => Uploaded) => Uploaded;

/** Looks among the newest files of the library, once for all, before it uploads: an answer may have been lost. */
function finder({ api }: Step, type: 'image' | 'video'): Find {
  let newest: ReturnType<typeof api.newestMaterial> | undefined;
  return async (file, upload) => {
    const list = await (newest ??= api.newestMaterial(type));
    if (list.type !== 'answer') return list;
    const found = list.value.item.find(({ name }) => name === file.filename);
    return found ? { type: 'answer', value: found } : upload();
  };
}

function readEntry(text: string | null): Entry | null {
  if (text === null) return null;
  try {
    return entrySchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null; // kept by an earlier program: found in the library by its name
  }
}
