type Props = {
  /** The full title, scope included: `Package::P1`. Shown as text, whatever it holds. */
  readonly title: string;
  /** A plain colour, `#cc0033`. Without it the label is grey. */
  readonly color?: string | undefined;
  /** Whether the text on the colour is light. */
  readonly isLight?: boolean;
  /** Whether GitLab draws it in two parts. */
  readonly isScoped?: boolean;
};

/** A label as GitLab draws it. */
export function Label({ title, color, isLight = false, isScoped = false }: Props) {
  const style = color ? { '--label-color': color, '--label-text': isLight ? '#fff' : '#18171d' } : {};
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
