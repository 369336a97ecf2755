import { useEffect, useState } from 'preact/hooks';
import { Mark } from '../popup/Mark';
import { Data } from './Data';
import { Profiles } from './Profiles';
import { Sites } from './Sites';
import { Switches } from './Switches';

const pages = [
  { id: 'profiles', title: 'Profiles', Page: Profiles },
  { id: 'sites', title: 'GitLab sites', Page: Sites },
  { id: 'features', title: 'Features', Page: Switches },
  { id: 'data', title: 'Data', Page: Data },
] as const;

/** The options: which page is shown stands in the address, so that reload and back keep it. */
export function Options() {
  const [id, setId] = useState(location.hash.slice(1));
  useEffect(() => {
    const follow = () => setId(location.hash.slice(1));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const shown = pages.find(page => page.id === id) ?? pages[0];
  return (
    <>
      <header>
        <p class="product">
          <Mark /> Handrail
        </p>
      </header>
      <div class="columns">
        <nav aria-label="Options">
          {pages.map(page => (
            <a key={page.id} href={`#${page.id}`} aria-current={page === shown ? 'page' : undefined}>
              {page.title}
            </a>
          ))}
        </nav>
        <main>
          <shown.Page />
        </main>
      </div>
    </>
  );
}
