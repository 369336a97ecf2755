import { useState } from 'preact/hooks';
import { Message } from '../../components/Message';
import { Switch } from '../../components/Switch';
import { switches } from '../../features/switches';
import { isOn, settings, settingsProblem, switchFeature } from '../../settings/settings';

/** A switch for each feature: on the host of the tab, else everywhere. */
export function Features({ host }: { host: string | undefined }) {
  const [problem, setProblem] = useState<string>();
  const said = problem ?? settingsProblem.value;
  return (
    <section aria-labelledby="features">
      <h2 id="features">{host === undefined ? 'On every GitLab' : `On ${host}`}</h2>
      {Object.values(switches).map(feature => (
        <Switch
          key={feature.id}
          label={feature.title}
          on={isOn(feature, host, settings.value)}
          onSwitch={on => {
            switchFeature(feature.id, host, on).then(
              () => setProblem(undefined),
              (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
            );
          }}
        />
      ))}
      <div role="status">{said && <Message tone="warning">{said}</Message>}</div>
    </section>
  );
}
