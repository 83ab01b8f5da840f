import type { SiteIdentity } from './settings';

/** Column marks of the pages of a document. */
export const policyMarks = (site: SiteIdentity) => ({
  ColumnName: '政策文件',
  ColumnDescription: `${site.name}的政策文件与解读`,
  ColumnKeywords: '政策文件,政策解读',
  ColumnType: '政策文件',
});
