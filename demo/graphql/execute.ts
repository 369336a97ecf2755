import { readFileSync } from 'node:fs';
import {
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
import { complexityOf } from './complexity';
import type { Context } from './context';
import { rootValue } from './resolvers';

const schema = buildSchema(readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'));

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
  const unknown = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message);
  if (!unknown) return error;
  const [, fieldName, typeName] = unknown;
  return new GraphQLError(`Field '${fieldName}' doesn't exist on type '${typeName}'`, {
    nodes: error.nodes,
    path: error.path,
    extensions: { code: 'undefinedField', typeName, fieldName },
  });
}
