import type { ComponentProps, MouseEvent } from 'react';

interface WorkingButtonProps extends ComponentProps<'button'> {
  /** Its work goes on; where Mantine says so of a button of its own, it would disable it too. */
  readonly 'data-loading'?: boolean;
}

/**
 * The element of every button. While its work goes on it keeps the focus, which a disabled button loses to nowhere (WCAG 2.4.3), says that it is
 * busy, and takes no press: neither its own, nor that of Enter in a field of its form.
 */
export function WorkingButton(props: WorkingButtonProps) {
  const { type, disabled, onClick, 'data-loading': isWorking = false, ...rest } = props;
  return (
    <button
      {...rest}
      type={type === 'submit' ? 'submit' : 'button'}
      onClick={isWorking ? ignore : onClick}
      {...(isWorking ? { 'data-loading': true, 'aria-busy': true, 'aria-disabled': true } : { disabled })}
    />
  );
}

function ignore(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
