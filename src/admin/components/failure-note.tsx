import { Box, Typography } from '@strapi/design-system';
import { failureOf } from '../newsroom/failure';

const NOT_SHOWN = '没有连上服务器，暂时无法显示。连上后会自动更新。';

/** Why something could not be shown. */
export function FailureNote({ error }: { readonly error: unknown }) {
  return (
    <Box role="alert" background="danger100" padding={3} hasRadius width="100%">
      <Typography variant="omega" textColor="danger700">
        {failureOf(error, NOT_SHOWN).message}
      </Typography>
    </Box>
  );
}
