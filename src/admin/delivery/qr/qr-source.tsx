import { Button, Flex, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';
import { CameraView } from './camera-view';
import type { QrReader } from './qr-reader';

interface Props {
  readonly reader: QrReader;
  readonly onPicture: (file: File) => void;
  readonly onAddress: (address: string) => void;
}

/** Ways to a picture of the QR code: a file, or the camera where there is one. */
export function QrSource({ reader, onPicture, onAddress }: Props) {
  const file = useRef<HTMLInputElement>(null);
  const [filming, setFilming] = useState(false);
  // Only on this machine or over HTTPS do browsers give a camera.
  const hasCamera = 'mediaDevices' in navigator;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi" textColor="neutral600">
        也可以用文章页面的二维码：选择、拖入或粘贴截图，图片不会上传。
      </Typography>
      <Flex gap={2} wrap="wrap">
        <Button size="S" variant="tertiary" onClick={() => file.current?.click()}>
          选择二维码截图
        </Button>
        {hasCamera && !filming && (
          <Button size="S" variant="tertiary" onClick={() => setFilming(true)}>
            用摄像头扫码
          </Button>
        )}
      </Flex>
      <input
        ref={file}
        type="file"
        accept="image/*"
        hidden
        aria-label="二维码截图"
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) onPicture(chosen);
          // The same file may be chosen once more.
          target.value = '';
        }}
      />
      {filming && (
        <CameraView
          reader={reader}
          onFound={(address) => {
            setFilming(false);
            onAddress(address);
          }}
          onClose={() => setFilming(false)}
        />
      )}
    </Flex>
  );
}
