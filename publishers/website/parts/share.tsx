import { QrCode } from './qr-code';

/**
 * How a page is passed on: to be scanned from this screen, or copied. It opens without a script; with one, there are
 * buttons that copy the address and call the telephone's own sheet.
 */
export function Share({ address }: { readonly address: string }) {
  return (
    <details class="share" id="share" data-share>
      <summary>分享给家人朋友</summary>
      <div class="share-sheet">
        <figure>
          <QrCode address={address} name="本页网址的二维码" />
          <figcaption>用手机扫一扫，在手机上看</figcaption>
        </figure>
        <div class="share-ways">
          <p class="share-address">{address}</p>
          <p class="share-buttons needs-script">
            <button type="button" data-copy={address}>
              复制网址
            </button>
            <button type="button" data-send hidden>
              发给别人
            </button>
          </p>
          <p class="share-answer" role="status" data-share-answer />
        </div>
      </div>
    </details>
  );
}
