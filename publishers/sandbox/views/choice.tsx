interface Props {
  readonly label: string;
  /** Of the scenario. */
  readonly name: string;
  readonly value: string | boolean;
  /** What stands for each value. */
  readonly titles: readonly (readonly [value: string | boolean, title: string])[];
}

/** One switch with its values in words; sent only where it was changed. */
export const Choice = ({ label, name, value, titles }: Props) => (
  <label>
    <span>{label}</span>
    <select name={name} data-was={String(value)} {...(typeof value === 'boolean' ? { 'data-flag': '1' } : {})}>
      {titles.map(([one, title]) => (
        <option value={String(one)} selected={one === value} key={String(one)}>
          {title}
        </option>
      ))}
    </select>
  </label>
);
