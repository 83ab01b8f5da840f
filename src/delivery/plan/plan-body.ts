import { z } from 'zod';

/** What a planner sends, from the admin or from a machine. Times and durations are read by the plan itself. */
export const planBody = z.strictObject({
  version: z.string().min(1).max(64),
  deliveries: z
    .array(
      z.strictObject({
        account: z.string().min(1).max(64),
        at: z.string().max(40).optional(),
        grace: z.string().max(20).optional(),
        mode: z.enum(['publish', 'mass']).optional(),
        after: z
          .strictObject({
            account: z.string().min(1).max(64),
            delay: z.string().max(20).optional(),
            otherwise: z.enum(['hold', 'cancel']).optional(),
          })
          .optional(),
      }),
    )
    .min(1)
    .max(50),
});
