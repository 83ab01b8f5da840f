import { Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** A part of a dialog under a small heading. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={3} width="100%" aria-label={title}>
      <Typography variant="sigma" tag="h3" textColor="neutral600">
        {title}
      </Typography>
      {children}
    </Flex>
  );
}
