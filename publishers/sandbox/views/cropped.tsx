import { pictureAddress } from './pictures';

interface Props {
  /** Key of the picture. */
  readonly picture: string;
  /** `X1_Y1_X2_Y2` in parts of the whole; empty = the platform cuts around the middle. */
  readonly crop: string;
  /** Gives the box its shape. */
  readonly class: string;
}

/** The part of a cover that its author chose for this place. The class must hide what sticks out of the box. */
export function Cropped({ picture, crop, class: shape }: Props) {
  const [x1 = 0, y1 = 0, x2 = 1, y2 = 1] = crop === '' ? [] : crop.split('_').map(Number);
  const [width, height] = [x2 - x1, y2 - y1];
  const place = `width:${100 / width}%;height:${100 / height}%;left:${(-x1 / width) * 100}%;top:${(-y1 / height) * 100}%`;
  return (
    <div class={shape} style="position:relative;overflow:hidden">
      <img
        src={pictureAddress(picture)}
        alt=""
        style={`position:absolute;max-width:none;object-fit:${crop === '' ? 'cover' : 'fill'};${place}`}
      />
    </div>
  );
}
