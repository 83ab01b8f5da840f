import { Box, Typography } from '@strapi/design-system';
import { failureOf } from '../newsroom/failure';

/** Why something could not be shown. */
export function FailureNote({ error }: { readonly error: unknown }) {
  return (
    <Box role="alert" background="danger100" padding={3} hasRadius width="100%">
      <Typography variant="omega" textColor="danger700">
        {failureOf(error).message}
      </Typography>
    </Box>
  );
}
