import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { dayText } from '../../../handbook/status/flags';
import type { Track } from '../../../handbook/status/tracks';
import { valuesText } from '../../../handbook/status/words';
import type { StatusUpdate } from '../../updates';
import { dayLabels, lineEnds, type Point, pointsOf, type Span, scaleOf } from './points';

const height = 152;
const top = 10;
const bottom = 128;
const left = 40;
/** Room for the names at the lines' ends. */
const right = 96;

type Props = {
  readonly track: Track<StatusUpdate>;
  /** Shown where there are several. */
  readonly name: string | undefined;
  /** The time that all charts show. */
  readonly span: Span;
};

/** One track over time: complete as a solid line with dots, confidence as a dashed one with squares. */
export function Chart({ track, name, span }: Props) {
  const [width, setWidth] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);

  const { updates } = track;
  const x = scaleOf(span, left, Math.max(left + 1, width - right));
  const y = (percent: number) => bottom - (percent / 100) * (bottom - top);
  const complete = pointsOf(updates, 'complete', x, y);
  const confidence = pointsOf(updates, 'confidence', x, y);
  const ends = lineEnds(complete.at(-1)?.y, confidence.at(-1)?.y);
  // An update without a number has no place in the picture.
  const days = updates
    .filter(({ status }) => status.complete !== null || status.confidence !== null)
    .map(({ at }) => new Date(at));
  const [first, last] = [days[0], days.at(-1)];
  return (
    <figure>
      {name && <figcaption>{name}</figcaption>}
      <div class="chart" ref={place}>
        {width > 0 && first && last && (
          <svg
            width={width}
            height={height}
            role="img"
            aria-label={`Complete and confidence${name ? ` of ${name}` : ''} in ${updates.length} updates, ${dayText(first)} to ${dayText(last)}. The table has every value.`}
          >
            {[100, 50, 0].map(percent => (
              <g key={percent}>
                <line class="grid" x1={left} x2={width - right} y1={y(percent)} y2={y(percent)} />
                <text class="axis" x={left - 8} y={y(percent) + 4} text-anchor="end">
                  {percent}%
                </text>
              </g>
            ))}
            {dayLabels(days, x).map(({ text, at, anchor }) => (
              <text key={at} class="axis" x={at} y={height - 4} text-anchor={anchor}>
                {text}
              </text>
            ))}
            <Line
              name="confidence"
              label="Confidence"
              points={confidence}
              end={ends.confidence}
              x={width - right + 12}
            />
            <Line name="complete" label="Complete" points={complete} end={ends.complete} x={width - right + 12} />
          </svg>
        )}
      </div>
    </figure>
  );
}

type LineProps = {
  readonly name: 'complete' | 'confidence';
  readonly label: string;
  readonly points: readonly Point[];
  /** Where the line's name stands. */
  readonly end: number | undefined;
  readonly x: number;
};

function Line({ name, label, points, end, x }: LineProps) {
  if (end === undefined) return null;
  // Marks that would run into each other say nothing: the line is enough.
  const size = points.length > 60 ? 1.5 : 3;
  return (
    <g class={name}>
      <polyline points={points.map(point => `${point.x},${point.y}`).join(' ')} />
      {points.map(({ update, x, y }) => (
        <g key={update.noteId}>
          {name === 'complete' ? (
            <circle cx={x} cy={y} r={size + 1} />
          ) : (
            <rect x={x - size} y={y - size} width={2 * size} height={2 * size} />
          )}
          <circle class="reach" cx={x} cy={y} r="10">
            <title>{`${dayText(new Date(update.at))}, ${update.author.name || 'a deleted account'}: ${valuesText(update.status)}`}</title>
          </circle>
        </g>
      ))}
      <text x={x} y={end + 4}>
        {label}
      </text>
    </g>
  );
}
