import logo from './logo.svg';

const STRAPI_TITLE = /\s*\|?\s*Strapi(?: Admin)?$/;

function ownTitle(): void {
  if (!STRAPI_TITLE.test(document.title)) return;
  const page = document.title.replace(STRAPI_TITLE, '');
  document.title = page ? `${page} · 明白` : '明白';
}

/** Strapi writes its own name into the title of every page and has no setting for it; the tab should say 明白. */
export function nameThePage(): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel~="icon"]') ?? document.createElement('link');
  icon.rel = 'icon';
  icon.type = 'image/svg+xml';
  icon.href = logo;
  document.head.append(icon);
  document.documentElement.lang = 'zh-Hans';
  ownTitle();
  new MutationObserver(ownTitle).observe(document.head, { childList: true, subtree: true, characterData: true });
}
