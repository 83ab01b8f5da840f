import { Typography } from '@strapi/design-system';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { ReactElement } from 'react';

/** The content manager's hook for the columns of a list. */
const COLUMNS = 'Admin/CM/pages/ListView/inject-column-in-table';

/** Of what the hook hands over, what is used here; Strapi has no type for it. */
interface Column {
  readonly name: string;
  readonly attribute?: { readonly type: string };
  readonly cellFormatter?: (row: Readonly<Record<string, unknown>>) => ReactElement;
}
interface ListTable {
  readonly displayedHeaders: readonly Column[];
}

/** Strapi's lists show the stored value of an enumeration, its forms the word; lists should show the word, too. */
export function nameChoices(app: Pick<StrapiApp, 'registerHook'>, words: Readonly<Record<string, string>>): void {
  const named = (column: Column): Column => ({
    ...column,
    cellFormatter: (row) => {
      const value = row[column.name];
      return (
        <Typography textColor="neutral800">{typeof value === 'string' ? (words[value] ?? value) : '-'}</Typography>
      );
    },
  });
  app.registerHook(COLUMNS, (table: ListTable) => ({
    ...table,
    displayedHeaders: table.displayedHeaders.map((column) =>
      column.attribute?.type === 'enumeration' ? named(column) : column,
    ),
  }));
}
