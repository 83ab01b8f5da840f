/** The question to the site. A plain form: it works everywhere. */
export function SearchForm(props: { readonly query?: string; readonly questions?: readonly string[] }) {
  return (
    <search class="search">
      <form action="/search" method="get">
        <label for="q" class="visually-hidden">
          查找解读和政策文件
        </label>
        <input
          id="q"
          type="search"
          name="q"
          value={props.query ?? ''}
          placeholder="您想了解什么"
          autocomplete="off"
          enterkeyhint="search"
        />
        <button type="submit">查找</button>
      </form>
      {props.questions && props.questions.length > 0 && (
        <p class="search-examples">
          <span>大家常问</span>
          {props.questions.map((question) => (
            <a key={question} href={`/search?q=${encodeURIComponent(question)}`}>
              {question}
            </a>
          ))}
        </p>
      )}
    </search>
  );
}
