import type {
  NamedDetail,
  OPERATION_FLAGS,
  OPERATION_VALUES,
  OperationName,
} from '../../../../domain/protocol/endpoints/office/operations.ts';

/** The words for whatever the register of operations can hold beside the kind of an operation. */
export interface OperationTexts {
  readonly key: Readonly<Record<NamedDetail | (typeof OPERATION_VALUES)[number] | 'recordKind', string>>;
  readonly flag: Readonly<Record<(typeof OPERATION_FLAGS)[number], string>>;
  readonly value: { readonly [K in NamedDetail]: Readonly<Record<OperationName<K>, string>> };
  readonly none: string;
}
