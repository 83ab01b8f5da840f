/** The checks that hold for every channel: run while writing, at sign-off and before sending. */
import type { Content } from '../content';
import type { Problem } from '../problems';
import { checkForm } from './check-form';
import { checkMarkdown } from './check-markdown';
import { checkParticulars } from './check-particulars';
import { checkStrings } from './check-strings';

/** @returns what is wrong, in the order in which the editor shows the fields; empty when all is well */
export const checkContent = (content: Content): readonly Problem[] => [
  ...checkParticulars(content),
  ...checkMarkdown(content),
  ...checkForm(content),
  ...checkStrings(content),
];
