import { Button, Group, Modal, Slider, Stack } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../../domain/base/result.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { useAttempt, type AttemptFailure } from '../../../ui/use-attempt.ts';
import classes from '../frame/profile.module.css';
import { PICTURE_SIDE, sourceSquare, type Crop } from './square-crop.ts';

interface CropDialogProps {
  readonly picture: ImageBitmap | undefined;
  readonly onSave: (picture: Blob) => Promise<Result<unknown, AttemptFailure>>;
  readonly onClose: () => void;
}

const CENTRED: Crop = { zoom: 1, across: 0, down: 0 };
const MOST_ZOOM = 4;
const QUALITY = 0.9;

/** Cuts a square out of a picture on this computer: only the square leaves it, small and without what cameras write into files. */
export function CropDialog({ picture, onSave, onClose }: CropDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={picture !== undefined}
      onClose={onClose}
      title={t('profile.picture.crop')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {picture && <CropForm picture={picture} onSave={onSave} onClose={onClose} />}
    </Modal>
  );
}

function CropForm({ picture, onSave, onClose }: CropDialogProps & { readonly picture: ImageBitmap }) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [crop, setCrop] = useState(CENTRED);

  const paint = (target: HTMLCanvasElement | null) => {
    canvas.current = target;
    const context = target?.getContext('2d');
    if (!context) return;
    const { x, y, side } = sourceSquare(picture.width, picture.height, crop);
    context.imageSmoothingQuality = 'high';
    context.clearRect(0, 0, PICTURE_SIDE, PICTURE_SIDE);
    context.drawImage(picture, x, y, side, side, 0, 0, PICTURE_SIDE, PICTURE_SIDE);
  };

  const save = async () => {
    const blob = await new Promise<Blob | null>((resolve) => {
      if (canvas.current) canvas.current.toBlob(resolve, 'image/webp', QUALITY);
      else resolve(null);
    });
    if (!blob) return;
    const result = await attempt.run(() => onSave(blob));
    if (result.ok) onClose();
  };

  return (
    <Stack gap="sm">
      <p style={{ margin: 0 }}>{t('profile.picture.cropText')}</p>
      <FailureNotice attempt={attempt} />
      <canvas
        ref={paint}
        className={classes['crop']}
        width={PICTURE_SIDE}
        height={PICTURE_SIDE}
        aria-hidden="true"
      />
      {(['zoom', 'across', 'down'] as const).map((measure) => (
        <div key={measure}>
          <span className={classes['sliderLabel']}>{t(`profile.picture.${measure}`)}</span>
          <Slider
            label={null}
            thumbLabel={t(`profile.picture.${measure}`)}
            min={measure === 'zoom' ? 1 : -1}
            max={measure === 'zoom' ? MOST_ZOOM : 1}
            step={0.05}
            value={crop[measure]}
            onChange={(value) => setCrop((before) => ({ ...before, [measure]: value }))}
          />
        </div>
      ))}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button loading={attempt.busy} onClick={() => void save()}>
          {t('profile.picture.save')}
        </Button>
      </Group>
    </Stack>
  );
}
