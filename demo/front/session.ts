/** What the shell's inline script tells about the visit; without `current_user_id` when signed out. */
type Gon = {
  current_user_id?: number;
  current_username?: string;
  current_user_fullname?: string;
  text_editor?: 'plain_text_editor' | 'rich_text_editor';
  relative_url_root: string;
};

declare global {
  interface Window {
    gon: Gon;
  }
}

export const gon: Gon = window.gon;

export const isSignedIn = gon.current_user_id !== undefined;

/** Data attributes of the app's mount point. The element itself is gone once the app is mounted. */
export type MountData = {
  /** Empty on the dashboards. */
  fullPath: string;
  isGroup: boolean;
  /** The consolidated list, with items of every type. */
  isWorkItemList: boolean;
  hasScopedLabelsFeature: boolean;
  openItemsInSidePanel: boolean;
  weightFeatureAvailable: boolean;
  boardId: string;
  /** Cards that a list of the board loads at a time. */
  pageSize: number;
  iid: string;
  canEdit: boolean;
  /** Rows and cards are those of GitLab 16. */
  isOlder: boolean;
  /** Work items are those of GitLab 17. */
  isFirst: boolean;
};

export function readMountData(mountPoint: HTMLElement): MountData {
  const data = mountPoint.dataset;
  Object.assign(mountData, {
    fullPath: data.fullPath ?? '',
    isGroup: data.isGroup === 'true',
    isWorkItemList: data.isWorkItemList === 'true',
    hasScopedLabelsFeature: data.hasScopedLabelsFeature === 'true',
    openItemsInSidePanel: data.openItemsInSidePanel === 'true',
    weightFeatureAvailable: data.weightFeatureAvailable === 'true',
    boardId: data.boardId ?? '',
    pageSize: Number(data.pageSize ?? 10),
    iid: data.iid ?? '',
    canEdit: data.canEdit === 'true',
    isOlder: data.isOlder === 'true',
    isFirst: data.isFirst === 'true',
  });
  return mountData;
}

/** The mount data of this document's app. */
export const mountData: MountData = {
  fullPath: '',
  isGroup: false,
  isWorkItemList: false,
  hasScopedLabelsFeature: false,
  openItemsInSidePanel: false,
  weightFeatureAvailable: false,
  boardId: '',
  pageSize: 10,
  iid: '',
  canEdit: false,
  isOlder: false,
  isFirst: false,
};
