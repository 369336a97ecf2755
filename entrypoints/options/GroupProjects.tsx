import { useId, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { Message } from '../../components/Message';
import { library, nameGroupProjects } from '../../settings/library';
import type { GroupProject } from '../../settings/stored';
import { Field } from './Field';
import { pathIn } from './path-in';
import { RootHelp } from './RootHelp';

type Problem = { readonly field?: 'group' | 'project'; readonly text: string };

/** Groups whose profile is in another project than their `handrail-profile`. */
export function GroupProjects() {
  const [group, setGroup] = useState('');
  const [project, setProject] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const problemId = useId();
  const { groups } = library.value;

  const write = (next: readonly GroupProject[]) =>
    nameGroupProjects(next).then(
      () => setProblem(undefined),
      (error: unknown) => setProblem({ text: error instanceof Error ? error.message : String(error) }),
    );
  const add = async () => {
    const [typedGroup, typedProject] = [pathIn(group), pathIn(project)];
    if (!typedGroup) {
      return setProblem({
        field: 'group',
        text:
          typedGroup === ''
            ? 'Write the group, as group or group/subgroup.'
            : `“${group.trim()}” is no group. Write it as group or group/subgroup.`,
      });
    }
    if (!typedProject?.includes('/')) {
      return setProblem({
        field: 'project',
        text:
          typedProject === ''
            ? 'Write the project, as group/project.'
            : `“${project.trim()}” is no project. Write it as group/project.`,
      });
    }
    const others = groups.filter(one => one.group.toLowerCase() !== typedGroup.toLowerCase());
    await write([...others, { group: typedGroup, project: typedProject }]);
    setGroup('');
    setProject('');
  };
  return (
    <details class="group-projects" open={groups.length > 0}>
      <summary>Another project for a group</summary>
      <section aria-label="Projects of groups" class="in-force">
        {groups.length > 0 && (
          <ul>
            {groups.map(one => (
              <li key={one.group}>
                {one.group}: {one.project}
                <Button
                  small
                  variant="tertiary"
                  icon="close"
                  label={`Remove: ${one.group}`}
                  onClick={() => void write(groups.filter(other => other !== one))}
                />
              </li>
            ))}
          </ul>
        )}
        <form
          onSubmit={event => {
            event.preventDefault();
            void add();
          }}
        >
          <Field
            label="Group"
            placeholder="group"
            value={group}
            onValue={setGroup}
            error={problem?.field === 'group' && problemId}
          />
          <Field
            label="Project with the profile"
            placeholder="group/project"
            value={project}
            onValue={setProject}
            error={problem?.field === 'project' && problemId}
          />
          <button type="submit" class="button">
            Look there
          </button>
        </form>
        <RootHelp typed={[group, project]} />
        <p class="help">
          Handrail looks into the project handrail-profile of a group, unless another one is named here.
        </p>
        <div role="status" id={problemId}>
          {problem && <Message tone="danger">{problem.text}</Message>}
        </div>
      </section>
    </details>
  );
}
