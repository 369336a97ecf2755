import './demo.css';
import type { Component } from 'vue';
import Vue from 'vue';
import { BoardApp } from './board/app';
import { mountLegacyIssuePage } from './legacy-issue';
import { IssuesListApp } from './list/app';
import { mountMergeRequestPage } from './merge-request/page';
import { MergeRequestsListApp } from './merge-request-list/app';
import { MergeRequestDashboard } from './merge-request-list/dashboard';
import { followAddress } from './panel';
import { readMountData } from './session';
import { registerParts } from './ui/register';
import { WorkItemsApp } from './work-item/app';

registerParts();

/** The apps by the elements that they take the place of; a page has one of them, or is a merge request's. */
const apps: [mountPoint: string, app: Component][] = [
  ['#js-work-items', WorkItemsApp],
  ['#js-issuable-board-app', BoardApp],
  ['.js-issues-dashboard', IssuesListApp],
  ['.js-merge-request-list-root', MergeRequestsListApp],
  ['.js-merge-request-dashboard', MergeRequestDashboard],
];
const found = apps.find(([mountPoint]) => document.querySelector(mountPoint));

if (found) {
  const [mountPoint, app] = found;
  const el = document.querySelector<HTMLElement>(mountPoint);
  if (el) readMountData(el);
  followAddress();
  new Vue({ el: mountPoint, render: h => h(app) });
} else {
  const legacyIssue = document.querySelector<HTMLElement>('.legacy-issue');
  if (legacyIssue) void mountLegacyIssuePage(legacyIssue);
  else void mountMergeRequestPage();
}
