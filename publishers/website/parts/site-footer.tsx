import type { SiteIdentity } from '../settings';

/**
 * What the foot of a government site must say. The official mark and the 找错 entry appear only when their addresses
 * have been issued: a forged mark is worse than none.
 */
export function SiteFooter({ site }: { readonly site: SiteIdentity }) {
  return (
    <footer class="site-footer">
      <div class="site-footer-inner">
        <p class="site-footer-name">{site.name}</p>
        <dl>
          <Item term="主办单位" value={site.organiser} />
          {site.undertaker !== '' && <Item term="承办单位" value={site.undertaker} />}
          <Item term="联系方式" value={site.contact} />
          <Item term="网站标识码" value={site.idCode} />
          <Item term="ICP备案" value={site.icp} />
          <Item term="公安备案" value={site.police} />
        </dl>
        <ul class="site-footer-links">
          <li>
            <a href="/sitemap/">站点地图</a>
          </li>
          <li>
            <a href="/open-data/">开放数据</a>
          </li>
          <li>
            <a href="/feed.xml">RSS 订阅</a>
          </li>
          {site.officialMarkUrl !== null && (
            <li>
              <a href={site.officialMarkUrl}>党政机关网站标识</a>
            </li>
          )}
          {site.reportErrorUrl !== null && (
            <li>
              <a href={site.reportErrorUrl}>我为政府网站找错</a>
            </li>
          )}
        </ul>
      </div>
    </footer>
  );
}

function Item({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
