import { PHONE, phoneAddress } from '../main/phone';

/** How somebody is reached, as staff wrote it; its numbers can be called. */
export function Contact({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(new RegExp(PHONE, 'gu')).map((piece, index) =>
        index % 2 === 1 ? (
          <a key={index} class="phone" href={phoneAddress(piece)}>
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </>
  );
}
