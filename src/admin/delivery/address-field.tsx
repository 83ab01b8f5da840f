import { Field, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { pastedPicture } from './qr/pasted-picture';
import { QrSource } from './qr/qr-source';
import { readPicture } from './qr/read-picture';
import { useQrReader } from './qr/use-qr-reader';

const LONGEST = 1_024;

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

/** The address of what a person published: typed, pasted, or read from its QR code where the browser can. */
export function AddressField({ label, value, onChange, error }: Props) {
  const reader = useQrReader();
  const [obstacle, setObstacle] = useState<string | null>(null);
  const [wasRead, setWasRead] = useState(false);

  const take = (address: string, fromCode: boolean) => {
    setObstacle(null);
    setWasRead(fromCode);
    onChange(address);
  };
  const read = async (file: File) => {
    if (!reader) return;
    const reading = await readPicture(reader, file, createImageBitmap);
    if (reading.address !== null) {
      take(reading.address, true);
      return;
    }
    setWasRead(false);
    setObstacle(reading.obstacle);
  };
  /** Takes a picture and leaves everything else, such as a pasted link, to the browser. */
  const receive = (event: { preventDefault(): void }, files: FileList | undefined) => {
    const picture = reader && pastedPicture(files);
    if (!picture) return;
    event.preventDefault();
    void read(picture);
  };

  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={2}
      onPaste={(event: React.ClipboardEvent) => receive(event, event.clipboardData.files)}
      // Without this the browser would open a dropped picture in place of the page.
      onDragOver={(event: React.DragEvent) => reader && event.preventDefault()}
      onDrop={(event: React.DragEvent) => receive(event, event.dataTransfer.files)}
    >
      <Field.Root error={error} gap={1}>
        <Field.Label>{label}</Field.Label>
        <Field.Input
          type="url"
          maxLength={LONGEST}
          value={value}
          onChange={(event: { readonly target: { readonly value: string } }) => take(event.target.value, false)}
          onKeyDown={(event: { readonly key: string; preventDefault(): void }) => {
            // Inside the editor, Enter would save the entry.
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
        <Field.Error />
      </Field.Root>
      {reader && (
        <QrSource reader={reader} onPicture={(file) => void read(file)} onAddress={(found) => take(found, true)} />
      )}
      {obstacle !== null && (
        <Typography textColor="danger700" role="alert">
          {obstacle}
        </Typography>
      )}
      <Typography variant="pi" textColor="neutral600" role="status">
        {wasRead ? '已从二维码读出链接，请看一眼再确定。' : ''}
      </Typography>
    </Flex>
  );
}
