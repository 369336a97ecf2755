import axe from 'axe-core';
import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { Label } from '../../components/Label';
import { Message } from '../../components/Message';
import { PercentField } from '../../components/PercentField';
import { Switch } from '../../components/Switch';
import { ago } from '../../components/time';

function show(view: VNode): HTMLElement {
  const main = document.createElement('main');
  document.body.append(main);
  act(() => render(view, main));
  return main;
}

afterEach(() => {
  for (const main of document.querySelectorAll('main')) {
    render(null, main);
    main.remove();
  }
});

const nothing = () => {};

describe('a label', () => {
  it('shows whatever its title holds as text', () => {
    const shown = show(<Label title="<img src=x onerror=alert(1)>" />);
    expect(shown.textContent).toBe('<img src=x onerror=alert(1)>');
    expect(shown.querySelector('img')).toBeNull();
  });

  it.each([
    ['Package::P1', 'Package::P1'],
    ['a::b::c', 'a::b::c'],
    ['no scope', 'no scope'],
  ])('reads %s as one title', (title, text) => {
    expect(show(<Label title={title} isScoped />).textContent).toBe(text);
  });
});

describe('a button', () => {
  it.each([
    ['disabled', { disabled: true }],
    ['busy', { busy: true }],
  ])('that is %s does nothing, but stays reachable', (_, state) => {
    let clicks = 0;
    const button = show(
      <Button {...state} onClick={() => clicks++}>
        Set weight 2
      </Button>,
    ).querySelector('button');
    button?.click();
    expect(clicks).toBe(0);
    expect(button?.getAttribute('aria-disabled')).toBe('true');
    expect(button?.disabled).toBe(false);
  });
});

describe('a percentage', () => {
  function field(value: number | undefined) {
    const typed: (number | undefined)[] = [];
    const shown = show(<PercentField label="Complete" value={value} onInput={next => typed.push(next)} />);
    const [slider, number] = shown.querySelectorAll('input');
    if (!slider || !number) throw new Error('expected a slider and a number field');
    return { slider, number, typed };
  }

  it.each([
    ['ArrowRight', false, 45],
    ['ArrowUp', false, 45],
    ['ArrowLeft', false, 35],
    ['ArrowRight', true, 41],
    ['ArrowDown', true, 39],
    ['PageUp', false, 65],
    ['PageDown', false, 15],
  ])('%s (shift %s) on 40 gives %i', (key, shiftKey, next) => {
    const { slider, typed } = field(40);
    slider.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
    expect(typed).toEqual([next]);
  });

  it.each([
    ['PageUp', 90, 100],
    ['ArrowLeft', 3, 0],
  ])('%s on %i stops at %i', (key, from, next) => {
    const { slider, typed } = field(from);
    slider.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    expect(typed).toEqual([next]);
  });

  it('that is empty is not 0', () => {
    const { slider, number } = field(undefined);
    expect(slider.getAttribute('aria-valuetext')).toBe('Not set');
    expect(number.value).toBe('');
  });

  it('that is out of range is kept as typed, and the slider stands at its end', () => {
    const { slider, number } = field(120);
    expect(slider.value).toBe('100');
    expect(number.value).toBe('120');
  });
});

it.each([
  [0, 'just now'],
  [59_000, 'just now'],
  [60_000, '1 minute ago'],
  [7_200_000, '2 hours ago'],
  [3 * 86_400_000, '3 days ago'],
])('%i ms ago reads "%s"', (passed, text) => {
  expect(ago(1_000_000_000_000, 1_000_000_000_000 + passed)).toBe(text);
});

it('axe finds nothing in any of them', async () => {
  show(
    <>
      <Badge tone="warning" text="P1 · 3rd of 7" name="Priority P1 · 3rd of 7, why?" description="Decided by …" />
      <Button onClick={nothing}>Copy</Button>
      <Button icon="close" label="Close" onClick={nothing} />
      <Label title="Package::P1" color="#cc0033" isScoped />
      <Message tone="danger">Weight was not set.</Message>
      <PercentField
        label="Complete"
        value={80}
        help="How much of the work is done"
        error="Complete is 0 to 100."
        onInput={nothing}
      />
      <Switch label="Weight guidance" on onSwitch={nothing} />
    </>,
  );
  const { violations } = await axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
  expect(violations.map(violation => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
});
