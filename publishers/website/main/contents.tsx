export interface Anchor {
  readonly id: string;
  /** 一, 二 …; empty where there is none. */
  readonly number: string;
  readonly title: string;
}

/**
 * The list of contents: at the side where there is room, a bar that opens on phones. `details`, so that it opens
 * without a script; a script writes into the bar where the reader is.
 */
export function Contents(props: {
  readonly name: string;
  readonly anchors: readonly Anchor[];
  readonly class?: string;
}) {
  const { name, anchors } = props;
  return (
    <nav class={`contents ${props.class ?? ''}`.trim()} aria-label={name} data-contents>
      <details>
        <summary>
          <span class="contents-name">{name}</span>
          <span class="contents-here" data-contents-here />
        </summary>
        <ol>
          {anchors.map(({ id, number, title }) => (
            <li key={id}>
              <a href={`#${id}`}>
                {number !== '' && <span class="contents-number">{number}</span>}
                {title}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
