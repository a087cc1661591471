import { Modal, type ModalProps } from '@mantine/core';
import { HiddenOnProjector } from '../projector.tsx';

/** A dialog that says of pupils how they stand: while the screen is shown to the class it keeps what is in it to itself, until it is asked for. */
export function PupilDialog({ children, ...props }: ModalProps) {
  return (
    <Modal {...props}>
      <HiddenOnProjector>{children}</HiddenOnProjector>
    </Modal>
  );
}
