import { Typography } from '@strapi/design-system';
import { shortHash } from '../delivery/short-hash';

/** The first characters of a hash; the whole on hover, to compare with a record elsewhere. */
export function HashMark({ hash, label }: { readonly hash: string; readonly label: string }) {
  return (
    <Typography variant="pi" textColor="neutral600" title={hash}>
      {label} <code>{shortHash(hash)}</code>
    </Typography>
  );
}
