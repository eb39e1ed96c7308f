import type { DayOrder } from '../../../shared/csv/dates.ts';
import { type ImportField, type Mapping, mappingFaults } from '../../../shared/csv/mapping.ts';
import type { CsvTable } from '../../../shared/csv/read.ts';
import { Card, CardBody, CardHead } from '../card.tsx';
import { Field, FieldError } from '../field.tsx';
import { NativeSelect } from '../native-select.tsx';

const NONE = '';
const ORDERS = [
  { value: 'month-first', label: 'Month first: 12/31/2026' },
  { value: 'day-first', label: 'Day first: 31/12/2026' },
];

/** The first cell of a column that says something. */
function example({ rows }: CsvTable, index: number | undefined): string | undefined {
  if (index === undefined) return undefined;
  return rows
    .map(({ cells }) => cells[index]?.trim())
    .find(Boolean)
    ?.slice(0, 40);
}

/** Which column fills what, with an example from the file. */
export function ImportMapping({
  fields,
  table,
  mapping,
  order,
  onMapping,
  onOrder,
}: {
  fields: readonly ImportField[];
  table: CsvTable;
  mapping: Mapping;
  /** Absent where no field holds dates. */
  order: DayOrder | undefined;
  onMapping: (mapping: Mapping) => void;
  onOrder: (order: DayOrder) => void;
}) {
  const options = [
    { value: NONE, label: 'Leave out' },
    ...table.columns.map(({ index, name }) => ({ value: String(index), label: name })),
  ];
  const choose = (field: string, value: string) => {
    const { [field]: _, ...others } = mapping;
    onMapping(value === NONE ? others : { ...others, [field]: Number(value) });
  };
  return (
    <Card>
      <CardHead title="Columns" fact="Guessed by their headings. What is left out stays as it is." ruled />
      <CardBody className="flex flex-col gap-4 pt-3.5">
        <div className="grid gap-x-6 gap-y-3.5 sm:grid-cols-2 xl:grid-cols-3">
          {fields.map(({ name, title, required }) => (
            <Field
              key={name}
              label={title}
              optional={!required}
              help={example(table, mapping[name]) ?? (mapping[name] === undefined ? ' ' : 'Empty in every line')}
            >
              <NativeSelect
                options={options}
                value={String(mapping[name] ?? NONE)}
                onChange={({ target }) => choose(name, target.value)}
              />
            </Field>
          ))}
          {order ? (
            <Field label="Dates in numbers" help="Where a date of the file could be either.">
              <NativeSelect
                options={ORDERS}
                value={order}
                onChange={({ target }) => onOrder(target.value === 'day-first' ? 'day-first' : 'month-first')}
              />
            </Field>
          ) : null}
        </div>
        {mappingFaults(mapping, table.columns, fields).map((fault) => (
          <FieldError key={fault}>{fault}</FieldError>
        ))}
      </CardBody>
    </Card>
  );
}
