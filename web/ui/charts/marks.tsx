import type { ReactNode } from 'react';
import type { Mark } from '../../../shared/kernel/charts/svg.ts';

function shape({ tag: Tag, attributes, text }: Mark, key: number): ReactNode {
  return (
    <Tag key={key} {...attributes}>
      {text}
    </Tag>
  );
}

/** The marks of a chart as one picture with a name; they are drawn in order, so their place is their key. */
export function ChartPicture({
  marks,
  width,
  height,
  label,
}: {
  marks: readonly Mark[];
  width: number;
  height: number;
  /** Read in place of the picture: title and summary. */
  label: string;
}) {
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      className="num block"
    >
      {marks.map(shape)}
    </svg>
  );
}
