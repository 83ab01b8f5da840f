import { useEffect, useRef, useState } from 'react';
import { styled } from 'styled-components';

/** The width in CSS pixels of the phones that most people read on, and the height of its page. */
const PHONE = { width: 375, height: 640 } as const;

const Outline = styled.div`
  width: 100%;
  max-width: ${PHONE.width + 2}px;
  overflow: hidden;
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: 16px;
  background: #fff;

  iframe {
    display: block;
    border: 0;
    width: ${PHONE.width}px;
    height: ${PHONE.height}px;
    transform-origin: 0 0;
  }
`;

interface Props {
  /** Says whose page it is. */
  readonly title: string;
  /** A complete HTML document. It is shown without scripts, forms or links that lead away. */
  readonly html: string;
}

/** One rendition as on a phone, scaled down to the room there is. */
export function PhoneFrame({ title, html }: Props) {
  const outline = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  useEffect(() => {
    const element = outline.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setScale(Math.min(1, element.clientWidth / PHONE.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <Outline ref={outline} style={{ height: PHONE.height * scale + 2 }}>
      <iframe title={title} sandbox="" srcDoc={html} style={{ transform: `scale(${scale})` }} />
    </Outline>
  );
}
