import type { ComponentChildren } from 'preact';

const PLACES = [
  { href: '/', title: '手机' },
  { href: '/traffic', title: '台账与故障' },
];

/** The frame of the sandbox's own pages: what this is, and where one can go. */
export const Desk = ({ current, children }: { current: string; children: ComponentChildren }) => (
  <main class="desk">
    <header class="desk-head">
      <div>
        <h1>
          公众号与微博<span class="tag">沙盒</span>
        </h1>
        <p>代替真实平台：接口按平台的规则回答，读者会看到的显示在手机里，什么都不会发到网上。</p>
      </div>
      <nav>
        {PLACES.map(({ href, title }) => (
          <a href={href} aria-current={href === current ? 'page' : undefined} key={href}>
            {title}
          </a>
        ))}
      </nav>
    </header>
    {children}
  </main>
);
