/** Statuses by which a server says that it has no such interface, or has it no more. */
const STATUSES: readonly number[] = [404, 410];

/** Whether an answer without a word of the platform's own says that the interface itself is gone (R24). */
export const isInterfaceGone = (status: number): boolean => STATUSES.includes(status);
