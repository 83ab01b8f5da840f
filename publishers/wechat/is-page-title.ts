/** Pages show runs of white space as one space. */
export const isPageTitle = (shown: string | null, title: string): boolean =>
  shown === title.replace(/\s+/g, ' ').trim();
