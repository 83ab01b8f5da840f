import { styled } from 'styled-components';

/** A button that reads like a link, in the size of the text around it; Strapi's own is smaller than the text. */
export const TextAction = styled.button.attrs({ type: 'button' })`
  padding: 0;
  /* Large enough for a finger, however small the text around it. */
  min-height: 2.4rem;
  flex: none;
  font: inherit;
  font-size: 1.4rem;
  line-height: 1.5;
  text-align: left;
  white-space: normal;
  color: ${({ theme }) => theme.colors.primary600};
  cursor: pointer;

  &:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
`;
