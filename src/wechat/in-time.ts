/**
 * What a work gives, or null when it takes longer; then it goes on by itself.
 * @param complain told of an error that comes too late to be answered
 */
export async function inTime<T>(
  work: Promise<T>,
  patience: number,
  complain: (error: unknown) => void,
): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  let late = false;
  const bound = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      late = true;
      resolve(null);
    }, patience);
  });
  work.catch((error: unknown) => {
    if (late) complain(error);
  });
  try {
    return await Promise.race([work, bound]);
  } finally {
    clearTimeout(timer);
  }
}
