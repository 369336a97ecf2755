import { readFileSync } from 'node:fs';
import {
  buildASTSchema,
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import * as operations from '../front/operations';
import { complexityOf } from './complexity';
import type { Context } from './context';
import { olderSchema } from './older';
import { rootValue } from './resolvers';

const sdl = readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8');
const newest = buildSchema(sdl);
const older = buildASTSchema(olderSchema(sdl), { assumeValidSDL: true });

/** The demo's own pages stand in for those of an older GitLab, but speak as those of the newest. */
const ofPages = new Set(
  Object.values(operations).flatMap(one => (typeof one === 'string' ? one : [one('project'), one('group')])),
);

export type GraphqlRequest = {
  query: string;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
};

/** The operation that the request names; a document of one operation need not name it. Undefined if unreadable. */
export function operationOf(request: GraphqlRequest): OperationDefinitionNode | undefined {
  const document = read(request.query);
  return document instanceof GraphQLError ? undefined : chosen(document, request.operationName);
}

/** Answers as GitLab: mistakes in the document, the variables or a resolver are `errors` of an answer with status 200. */
export async function answer(context: Context, request: GraphqlRequest): Promise<ExecutionResult> {
  const document = read(request.query);
  if (document instanceof GraphQLError) return { errors: [document] };
  const schema = context.store.api === 'older' && !ofPages.has(request.query) ? older : newest;
  const mistakes = validate(schema, document, undefined, { maxErrors: 5 });
  if (mistakes.length > 0) return { errors: mistakes.map(inGitLabsWords) };
  const operation = chosen(document, request.operationName);
  if (!operation) return { errors: [new GraphQLError('No operation to execute')] };

  const variables = request.variables ?? {};
  const fragments = document.definitions.filter(one => one.kind === Kind.FRAGMENT_DEFINITION);
  const score = complexityOf(schema, {
    operation,
    variables,
    fragments: new Map(fragments.map(one => [one.name.value, one])),
  });
  const limit = context.viewer.user ? 250 : 200;
  if (score > limit) {
    const message = `Query has complexity of ${score}, which exceeds max complexity of ${limit}`;
    return { errors: [new GraphQLError(message)] };
  }
  return execute({
    schema,
    document,
    rootValue: { ...rootValue(context), queryComplexity: { score, limit } },
    variableValues: variables,
    operationName: request.operationName ?? null,
  });
}

function read(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    return error instanceof GraphQLError ? error : new GraphQLError(String(error));
  }
}

function chosen(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter(one => one.kind === Kind.OPERATION_DEFINITION);
  return name ? operations.find(one => one.name?.value === name) : operations[0];
}

/** Clients look for these words to learn that a server does not have a field yet. */
function inGitLabsWords(error: GraphQLError): GraphQLError {
  const type = /^Unknown type "(\w+)"/.exec(error.message)?.[1];
  if (type) return new GraphQLError(`No such type ${type}, so it can't be a fragment condition`);
  const unknown = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message);
  if (!unknown) return error;
  const [, fieldName, typeName] = unknown;
  return new GraphQLError(`Field '${fieldName}' doesn't exist on type '${typeName}'`, {
    nodes: error.nodes,
    path: error.path,
    extensions: { code: 'undefinedField', typeName, fieldName },
  });
}
