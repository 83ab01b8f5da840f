import { Th, Thead, Tr, Typography } from '@strapi/design-system';

/** The heads of a table's columns, in Strapi's own look. */
export const ColumnHeads = ({ columns }: { readonly columns: readonly string[] }) => (
  <Thead>
    <Tr>
      {columns.map((column) => (
        <Th key={column}>
          <Typography variant="sigma" textColor="neutral600">
            {column}
          </Typography>
        </Th>
      ))}
    </Tr>
  </Thead>
);
