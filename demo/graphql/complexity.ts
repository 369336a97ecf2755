import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export type Document = {
  operation: OperationDefinitionNode;
  fragments: Map<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
};

/**
 * GitLab's measure of a query, which it refuses above 250 (200 signed out): every field costs one, a page of a list
 * costs its content and one hundredth of it more for each row asked for; of a list's possible types the dearest counts.
 */
export function complexityOf(schema: GraphQLSchema, { operation, fragments, variables }: Document): number {
  const root = schema.getRootType(operation.operation);
  return root ? Math.round(costOf(operation.selectionSet, root)) : 0;

  function costOf(selections: SelectionSetNode | undefined, type: GraphQLNamedType): number {
    if (!selections) return 0;
    if (isAbstractType(type)) return Math.max(0, ...schema.getPossibleTypes(type).map(one => costOf(selections, one)));
    if (!isObjectType(type)) return 0;
    const fields = new Map(fieldsOf(selections, type).map(field => [(field.alias ?? field.name).value, field]));
    return [...fields.values()].reduce((sum, field) => sum + costOfField(field, type), 0);
  }

  function costOfField(field: FieldNode, parent: GraphQLObjectType): number {
    const definition = parent.getFields()[field.name.value];
    if (!definition) return 0;
    const type = getNamedType(definition.type);
    const inner = costOf(field.selectionSet, type);
    if (!type.name.endsWith('Connection')) return 1 + inner;
    const given = (name: string): unknown => {
      const value = field.arguments?.find(argument => argument.name.value === name)?.value;
      if (value?.kind === Kind.VARIABLE) return variables[value.name.value] ?? undefined;
      return value && 'value' in value ? value.value : value;
    };
    const size = Math.min(Number(given('first') ?? given('last') ?? 100), 100);
    const isLookUp = given('iid') !== undefined || given('iids') !== undefined;
    const extra = (given('sort') === undefined ? 0 : 1) + (given('search') === undefined ? 0 : 5);
    const ofDiscussions = field.name.value === 'discussions' ? 0.05 * size : 0;
    return (inner + 1 + extra) * (isLookUp ? 1 : 1 + 0.01 * size) + ofDiscussions;
  }

  /** The fields that an object of the type answers, fragments opened. */
  function fieldsOf({ selections }: SelectionSetNode, type: GraphQLObjectType): FieldNode[] {
    return selections.flatMap((selection: SelectionNode) => {
      if (selection.kind === Kind.FIELD) return [selection];
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      return fragment && fits(fragment.typeCondition?.name.value, type) ? fieldsOf(fragment.selectionSet, type) : [];
    });
  }

  function fits(condition: string | undefined, type: GraphQLObjectType): boolean {
    return (
      condition === undefined || condition === type.name || type.getInterfaces().some(one => one.name === condition)
    );
  }
}
