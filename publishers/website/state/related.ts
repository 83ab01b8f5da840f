import { z } from 'zod';
import { FORMS } from '../../content';

/** Another explainer, as it was called when the one that points to it was published. */
export const related = z.object({
  id: z.string(),
  form: z.enum(FORMS),
  title: z.string(),
  /** Why it is shown: it explains the same document, or stands in the same part of life. */
  because: z.enum(['policy', 'category']),
});
export type Related = z.infer<typeof related>;
