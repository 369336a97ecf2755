import { OperationTypeNode } from 'graphql';
import type { Context } from './context';
import { answer, type GraphqlRequest, operationOf } from './execute';

/** The documents of one HTTP request: one, or a batch (a JSON array) of them. */
export type GraphqlCall = { documents: GraphqlRequest[]; isBatch: boolean; method: string };

/** GitLab refuses longer documents, summed over a batch. */
const longestQuery = 10_000;

/** Reads the documents of a GET's query or a POST's body; undefined when there are none to read. */
export function readCall(method: string, query: URLSearchParams, body: string): GraphqlCall | undefined {
  try {
    if (method === 'GET') {
      const { query: text = '', variables = '{}', operationName = null } = Object.fromEntries(query);
      return { documents: [{ query: text, variables: JSON.parse(variables), operationName }], isBatch: false, method };
    }
    const parsed: unknown = JSON.parse(body);
    const documents = (Array.isArray(parsed) ? parsed : [parsed]) as GraphqlRequest[];
    if (documents.some(one => typeof one?.query !== 'string')) return undefined;
    return { documents, isBatch: Array.isArray(parsed), method };
  } catch {
    return undefined;
  }
}

/** What GitLab answers: 422 for requests it does not even look into (a write without token too), else 200. */
export async function answerCall(
  context: Context,
  call: GraphqlCall | undefined,
  tokenIsValid: boolean,
): Promise<{ status: number; body: unknown }> {
  const refuse = (message: string) => ({ status: 422, body: { errors: [{ message }] } });
  if (!call) return refuse('Unexpected end of document');
  const { documents, isBatch, method } = call;
  if (documents.reduce((sum, one) => sum + one.query.length, 0) > longestQuery) return refuse('Query too large');
  const writes = documents.some(one => operationOf(one)?.operation === OperationTypeNode.MUTATION);
  if (writes && method === 'GET') return refuse('Mutations are forbidden in a read-only request');
  if (writes && !tokenIsValid) return refuse("Can't verify CSRF token authenticity.");
  const answers: unknown[] = [];
  for (const one of documents) answers.push(await answer(context, one));
  return { status: 200, body: isBatch ? answers : answers[0] };
}
