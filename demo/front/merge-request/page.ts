import Vue from 'vue';
import { request } from '../graphql';
import { mergeRequest, mergeRequestSetLabels } from '../operations';
import { mountData, readMountData } from '../session';
import { timeAgo } from '../time';
import type { Label } from '../types';
import { MergeRequestHeader } from './header-badge';
import { NotesApp } from './notes-app';
import { MergeRequestSidebar } from './sidebar';
import type { MergeRequestData } from './types';
import { MergeRequestWidget } from './widget';

/** Puts the Vue parts into the server's page, each in its own time: badge and form, widget, and the sidebar when idle. */
export async function mountMergeRequestPage(): Promise<void> {
  const page = document.querySelector<HTMLElement>('.merge-request');
  if (!page) return;
  readMountData(page);
  for (const time of page.querySelectorAll<HTMLTimeElement>('time.js-timeago'))
    time.textContent = timeAgo(time.dateTime);
  // In GitLab (18.9) both come 800 ms and more after the page's HTML is whole; here sooner, but not before it is.
  await new Promise(resolve => setTimeout(resolve, 200));
  const header = document.querySelector<HTMLElement>('.js-mr-header');
  if (header) mount(header, MergeRequestHeader, { state: header.dataset.state });
  const discussions = document.getElementById('js-vue-mr-discussions');
  if (discussions) mount(discussions, NotesApp, { noteableId: discussions.dataset.noteableId });
  setTimeout(mountWidget, 230);
  type Answer = { project: { mergeRequest: MergeRequestData } };
  const { project } = await request<Answer>(mergeRequest, { fullPath: mountData.fullPath, iid: mountData.iid });
  const idle = window.requestIdleCallback ?? ((callback: () => void) => setTimeout(callback, 1));
  setTimeout(() => idle(() => mountSidebar(project.mergeRequest)), 400);
}

function mountWidget(): void {
  const place = document.getElementById('js-vue-mr-widget');
  if (!place) return;
  const { targetBranch, commitCount, closes, state } = place.dataset;
  mount(place, MergeRequestWidget, {
    state,
    targetBranch,
    commitCount: Number(commitCount),
    closes: JSON.parse(closes ?? '[]'),
  });
}

function mountSidebar(mr: MergeRequestData): void {
  const place = document.querySelector('.js-issuable-sidebar .js-sidebar-root');
  if (!place) return;
  const state = Vue.observable({ mr });
  new Vue({
    el: place,
    render: h =>
      h(MergeRequestSidebar, {
        props: { mr: state.mr, canUpdate: mr.userPermissions.updateMergeRequest },
        on: {
          async removeLabel(label: Label) {
            type Answer = { mergeRequestSetLabels: { mergeRequest: Pick<MergeRequestData, 'labels'> | null } };
            const { fullPath: projectPath, iid } = mountData;
            const input = { projectPath, iid, labelIds: [label.id], operationMode: 'REMOVE' };
            const answer = await request<Answer>(mergeRequestSetLabels, { input });
            state.mr = { ...state.mr, ...answer.mergeRequestSetLabels.mergeRequest };
          },
        },
      }),
  });
}

function mount(place: Element, component: Parameters<Vue.CreateElement>[0], props: Record<string, unknown>): void {
  new Vue({ el: place, render: h => h(component, { props }) });
}
