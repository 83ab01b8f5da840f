import { leavesGovernment } from '../../article/leaves-government';
import { safeLink } from '../../article/safe-link';

/** The way to the text as the issuer published it; nothing when there is no address or none that may be followed. */
export function OriginalLink({ address }: { readonly address: string | null }) {
  const href = address === null ? null : safeLink(address);
  if (href === null) return null;
  return (
    <a href={href} rel="noopener" data-leave={leavesGovernment(href) ?? undefined}>
      发布机关原文
    </a>
  );
}
