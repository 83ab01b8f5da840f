import { Modal } from '@strapi/design-system';
import { styled } from 'styled-components';

/** Room for a form and a phone beside it. */
export const WideDialog = styled(Modal.Content)`
  width: min(110rem, 94vw);
  max-width: none;
`;
