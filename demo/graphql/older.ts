import { type DefinitionNode, type DocumentNode, Kind, parse } from 'graphql';

/** What came with 16.10 or later, or about then: the hardest case. */
const later = new Set([
  'Namespace.workItem',
  'Namespace.workItems',
  'Namespace.workItemTypes',
  'Namespace.availableFeatures',
  'Group.workItem',
  'WorkItemWidgetType.DEVELOPMENT',
  'WorkItemWidgetType.STATUS',
  'WorkItemWidgetDevelopment',
  'WorkItemWidgetStatus',
]);

/** The schema of a GitLab before 16.10: without the fields, values and types that it did not have. */
export function olderSchema(sdl: string): DocumentNode {
  const document = parse(sdl);
  return { ...document, definitions: document.definitions.filter(isOld).map(withoutLater) };
}

function isOld(definition: DefinitionNode): boolean {
  return !('name' in definition && definition.name && later.has(definition.name.value));
}

function withoutLater(definition: DefinitionNode): DefinitionNode {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
      return {
        ...definition,
        fields: definition.fields?.filter(one => !later.has(`${definition.name.value}.${one.name.value}`)),
      };
    case Kind.ENUM_TYPE_DEFINITION:
      return {
        ...definition,
        values: definition.values?.filter(one => !later.has(`${definition.name.value}.${one.name.value}`)),
      };
    default:
      return definition;
  }
}
