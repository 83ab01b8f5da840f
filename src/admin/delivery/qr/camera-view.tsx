import { Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import { styled } from 'styled-components';
import type { QrReader } from './qr-reader';
import { scan } from './scan';

/** Milliseconds between two looks: often enough for a hand that holds a phone still. */
const PAUSE = 250;

const Picture = styled.video`
  width: 100%;
  max-width: 320px;
  aspect-ratio: 1;
  object-fit: cover;
  border-radius: 6px;
  background: #000;
`;

interface Props {
  readonly reader: QrReader;
  readonly onFound: (address: string) => void;
  readonly onClose: () => void;
}

/** Holds the camera for as long as it is shown. Nothing of its picture is kept or sent. */
export function CameraView({ reader, onFound, onClose }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const found = useRef(onFound);
  found.current = onFound;
  const [obstacle, setObstacle] = useState<string | null>(null);
  useEffect(() => {
    let stopped = false;
    let stream: MediaStream | null = null;
    const run = async () => {
      const taken = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      stream = taken;
      const element = video.current;
      if (stopped || !element) {
        letGo(taken);
        return;
      }
      element.srcObject = taken;
      await element.play();
      const address = await scan({
        look: () => reader.detect(element),
        pause: () => new Promise((wake) => setTimeout(wake, PAUSE)),
        stopped: () => stopped,
      });
      if (address !== null) found.current(address);
    };
    run().catch((error: unknown) => {
      if (!stopped) setObstacle(wordsOf(error));
    });
    return () => {
      stopped = true;
      if (stream) letGo(stream);
    };
  }, [reader]);
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      {obstacle === null ? (
        <>
          <Picture ref={video} muted playsInline aria-label="摄像头画面" />
          <Typography variant="pi" textColor="neutral600">
            把文章页面上的二维码放进画面，读到后自动填好。
          </Typography>
        </>
      ) : (
        <Typography textColor="danger700" role="alert">
          {obstacle}
        </Typography>
      )}
      <Button size="S" variant="tertiary" onClick={onClose}>
        关闭摄像头
      </Button>
    </Flex>
  );
}

const letGo = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());

const wordsOf = (error: unknown): string =>
  error instanceof DOMException && error.name === 'NotAllowedError'
    ? '没有得到使用摄像头的许可。请在浏览器里允许，或改用截图。'
    : '没有可用的摄像头。请改用截图，或直接粘贴链接。';
