import type { ComponentChildren } from 'preact';

interface Props {
  /** What stands in the bar beside the way back. */
  readonly bar: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A page within the WeChat of the phone, marked as what it is. */
export const PhonePage = ({ bar, children }: Props) => (
  <main class="phone-page">
    <div class="sandbox-mark">沙盒 · 不是真实平台</div>
    <nav class="bar">
      <a href="/phone/wechat" aria-label="返回">
        ‹
      </a>
      {bar}
    </nav>
    {children}
  </main>
);
