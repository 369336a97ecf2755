import { mayHaveRoot } from './path-in';

/** Below fields for paths: no address tells where the path of GitLab itself ends and that of the group begins. */
export function RootHelp({ typed }: { typed: readonly string[] }) {
  return (
    <div role="status">
      {typed.some(mayHaveRoot) && (
        <p class="help">
          Handrail cannot tell from an address whether GitLab itself lies under a path, as in
          https://example.org/gitlab. If this one does, write the path from the group on: group/project.
        </p>
      )}
    </div>
  );
}
