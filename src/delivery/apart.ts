/**
 * Between two deliveries of an account that were held back together, milliseconds: readers and quotas need air, and
 * their order must not hang on which of them is prepared faster.
 */
export const APART = 10_000;
