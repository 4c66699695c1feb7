/** The few drawn signs of the interface: strokes that take the colour of the text around them. */
interface IconProps {
  readonly path: string;
  readonly size?: number;
}

export function Icon({ path, size = 16 }: IconProps) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}

export const paths = {
  tick: 'M3 8.5l3.2 3.2L13 5',
  cross: 'M4 4l8 8M12 4l-8 8',
  dash: 'M4 8h8',
  close: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  left: 'M10 3.5L5.5 8l4.5 4.5',
  right: 'M6 3.5L10.5 8 6 12.5',
  star: 'M8 2.2l1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4-2.9-2.8 4-.6z',
  pencil: 'M3 13l.7-2.9 7.2-7.2 2.2 2.2-7.2 7.2z',
  again: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.8h-2.8',
  copy: 'M5.5 5.5V3h7.5v7.5h-2.5M3 5.5h7.5V13H3z',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  practice: 'M3 13l1-3.5L11 2.5l2.5 2.5-7 7zM9.5 4l2.5 2.5',
  models: 'M2.5 5L8 2.5 13.5 5 8 7.5zM2.5 8L8 10.5 13.5 8M2.5 11L8 13.5 13.5 11',
  up: 'M3.5 10L8 5.5 12.5 10',
} as const;
