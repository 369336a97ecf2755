/** The name of every element of ours in GitLab's page. */
export const viewName = 'handrail-view';
