import { styled } from 'styled-components';

/** Strapi's tables keep every cell on one line; what people write may take several. */
export const CellWords = styled.p`
  min-width: 16rem;
  max-width: 40rem;
  font-size: 1.4rem;
  line-height: 1.5;
  white-space: normal;
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral800};
  a {
    color: ${({ theme }) => theme.colors.primary600};
  }
`;
