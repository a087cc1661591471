import { Initials } from './initials.tsx';

interface AvatarProps {
  readonly surname: string;
  readonly givenName: string;
  /** Address of the person's picture, where there is one. */
  readonly picture: string | undefined;
  readonly size: number;
}

/** A circle with a person's picture, or the initials. Decorative: the name stands beside it. */
export function Avatar({ surname, givenName, picture, size }: AvatarProps) {
  if (picture === undefined) return <Initials surname={surname} givenName={givenName} size={size} />;
  return (
    <img
      src={picture}
      alt=""
      width={size}
      height={size}
      style={{ borderRadius: '50%', objectFit: 'cover', flex: 'none' }}
    />
  );
}
