import type { ReactElement } from 'react';
import type { Shape } from '../delivery/state-looks';

/** Each shape in a box of 16, drawn with the current colour. */
const SHAPES: Readonly<Record<Shape, ReactElement>> = {
  ring: <circle cx="8" cy="8" r="5" />,
  target: (
    <>
      <circle cx="8" cy="8" r="5" />
      <circle cx="8" cy="8" r="1.6" fill="currentColor" stroke="none" />
    </>
  ),
  half: (
    <>
      <circle cx="8" cy="8" r="5" />
      <path d="M8 3a5 5 0 0 1 0 10z" fill="currentColor" stroke="none" />
    </>
  ),
  arrow: <path d="M3 8h9M8.5 4.5 12 8l-3.5 3.5" />,
  check: <path d="m3.5 8.5 3 3 6-7" />,
  question: <path d="M5.5 6a2.5 2.5 0 1 1 3.4 2.3c-.6.3-.9.7-.9 1.4M8 12.4v.2" />,
  cross: <path d="m4.5 4.5 7 7m0-7-7 7" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5" />
      <path d="M8 5.2V8l2 1.4" />
    </>
  ),
  pause: <path d="M6 4v8m4-8v8" />,
  hand: <path d="M8 2.8 14 13H2zM8 7v2.6m0 1.6v.1" />,
  minus: <path d="M4 8h8" />,
};

/** The shape of a state. Decoration: the word stands beside it. */
export function StateMark({ shape }: { readonly shape: Shape }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ verticalAlign: '-3px' }}
    >
      {SHAPES[shape]}
    </svg>
  );
}
