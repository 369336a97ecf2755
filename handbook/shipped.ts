import type { Profile } from './profile';
import agentDeveloper from './profiles/agent-developer.json';
import aiAssisted2023 from './profiles/ai-assisted-2023.json';
import authorization from './profiles/authorization.json';
import createFrontend from './profiles/create-frontend.json';
import createSourceCodeBe from './profiles/create-source-code-be.json';
import developerClients from './profiles/developer-clients.json';
import duoChat from './profiles/duo-chat.json';
import engineeringProductivity from './profiles/engineering-productivity.json';
import environments from './profiles/environments.json';
import fulfillment from './profiles/fulfillment.json';
import fulfillmentProjects from './profiles/fulfillment-projects.json';
import fulfillmentUtilization from './profiles/fulfillment-utilization.json';
import growth from './profiles/growth.json';
import infrastructureEpics from './profiles/infrastructure-epics.json';
import package2026 from './profiles/package-2026.json';
import packageGroup2021 from './profiles/package-group-2021.json';
import pipelineAuthoring from './profiles/pipeline-authoring.json';
import pipelineSecurity from './profiles/pipeline-security.json';
import plan from './profiles/plan.json';
import securityInsights from './profiles/security-insights.json';
import smallTeam from './profiles/small-team.json';
import verifyCiPlatform from './profiles/verify-ci-platform.json';
import verifyPipelineExecution from './profiles/verify-pipeline-execution.json';

/**
 * Every shipped profile, in the order in which they are offered: the default first.
 *
 * For the background and the extension's own pages only: the content script carries the default one. The tests prove
 * each file, so none is checked again here.
 */
export const shippedProfiles = [
  packageGroup2021,
  package2026,
  createSourceCodeBe,
  createFrontend,
  plan,
  verifyPipelineExecution,
  environments,
  fulfillment,
  growth,
  developerClients,
  smallTeam,
  agentDeveloper,
  aiAssisted2023,
  authorization,
  duoChat,
  engineeringProductivity,
  fulfillmentProjects,
  fulfillmentUtilization,
  infrastructureEpics,
  pipelineAuthoring,
  pipelineSecurity,
  securityInsights,
  verifyCiPlatform,
] as readonly unknown[] as readonly Profile[];
