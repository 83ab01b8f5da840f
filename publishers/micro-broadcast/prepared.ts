import { z } from 'zod';
import { roomImage, scheduled } from './room';
import { script } from './script';

/** What `prepare` has done so far: addresses of pictures by the id of the file. */
export const progress = z.object({ pictures: z.record(z.string(), roomImage) });
export type Progress = z.infer<typeof progress>;

/** What `commit` needs: the script with its pictures in place. */
export const preparedScript = script.omit({ updates: true, leftOut: true, wrongSettings: true }).extend({
  updates: z.array(scheduled),
});
export type PreparedScript = z.infer<typeof preparedScript>;
