import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../../components/Button';
import { Message } from '../../../components/Message';
import type { Stage } from '../../feature';
import type { Splitter } from './splitter';

type Props = { readonly stage: Stage; readonly split: Splitter };

/** An issue to investigate first, linked to this one. It is created once. */
export function SpikeButton({ stage, split }: Props) {
  const { value: spike } = split.spike;
  const link = useRef<HTMLAnchorElement>(null);
  useLayoutEffect(() => {
    // With the focus of the button that was pressed, unless the person has gone on meanwhile.
    if (spike.kind === 'created' && document.activeElement === document.body) link.current?.focus();
  }, [spike.kind]);
  useEffect(() => stage.guard(split.openSpike)(), []);
  return (
    <div class="spike">
      {spike.kind !== 'created' && (
        <Button small busy={spike.kind === 'creating'} onClick={stage.guard(split.createSpike)}>
          {spike.kind === 'creating' ? 'Creating a spike' : 'Create a spike'}
        </Button>
      )}
      <div role="status">
        {spike.kind === 'failed' && <Message tone="danger">{spike.reason}</Message>}
        {spike.kind === 'created' && (
          <Message tone="success">
            {spike.created.title}{' '}
            <a ref={link} href={spike.created.url} target="_blank" rel="noreferrer">
              {spike.created.reference}
            </a>
          </Message>
        )}
      </div>
    </div>
  );
}
