/** The text of an image post ends with the way to the website. */
export const lastLine = (content: string, address: string): string => `${content}\n\n全文和政策原文：${address}`;
