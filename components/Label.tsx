type Props = {
  /** The full title, scope included: `Package::P1`. Shown as text, whatever it holds. */
  readonly title: string;
  /** A plain colour, `#cc0033`. Without it the label is grey. */
  readonly color?: string | undefined;
  /** Whether GitLab draws it in two parts. */
  readonly isScoped?: boolean;
};

/** A label as GitLab draws it. */
export function Label({ title, color, isScoped = false }: Props) {
  const style = color ? { '--label-color': color, '--label-text': textOn(color) } : {};
  const split = isScoped ? title.lastIndexOf('::') : -1;
  return (
    <span class={split > 0 ? 'label scoped' : 'label'} style={style}>
      {split > 0 ? (
        <>
          <span>{title.slice(0, split)}</span>
          <span class="hidden-text">::</span>
          <span>{title.slice(split + 2)}</span>
        </>
      ) : (
        <span>{title}</span>
      )}
    </span>
  );
}

/**
 * Black or white, whichever is read better on a colour. GitLab itself keeps white down to a contrast of 2.4, which is
 * less than WCAG asks for.
 *
 * @param color `#cc0033` or `#c03`.
 */
function textOn(color: string): string {
  const digits =
    color.length === 4 ? [...color.slice(1)].map(digit => digit + digit) : (color.slice(1).match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = digits.map(pair => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // Where both have the same contrast, 4.58.
  return luminance < 0.179 ? '#fff' : '#000';
}
