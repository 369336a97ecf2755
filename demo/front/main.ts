import './demo.css';
import Vue from 'vue';
import { BoardApp } from './board/app';
import { mountMergeRequestPage } from './merge-request/page';
import { followAddress } from './panel';
import { readMountData } from './session';
import { registerParts } from './ui/register';
import { WorkItemsApp } from './work-item/app';

registerParts();

const workItems = document.getElementById('js-work-items');
const board = document.getElementById('js-issuable-board-app');

if (workItems) {
  readMountData(workItems);
  followAddress();
  new Vue({ el: workItems, render: h => h(WorkItemsApp) });
} else if (board) {
  readMountData(board);
  followAddress();
  new Vue({ el: board, render: h => h(BoardApp) });
} else void mountMergeRequestPage();
