/** Listen, size, share, print: a thin row, there only with a script, because without one they would do nothing. */
export function ToolRow() {
  return (
    <div class="tools needs-script" role="group" aria-label="阅读工具">
      <button class="listen" type="button" data-tool="listen">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 8v4h3l4 3.5v-11L6 8zM13 7a4 4 0 0 1 0 6M15 4.5a7.5 7.5 0 0 1 0 11" />
        </svg>
        <span data-listen-word>朗读</span>
      </button>
      <button type="button" data-tool="hush" hidden>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M5 5h10v10H5z" />
        </svg>
        <span>停止</span>
      </button>
      <button type="button" data-tool="size">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M2.5 16 7.5 4l5 12M4.5 12h6M12.5 16l2.7-6.5L18 16M13.5 14h3.5" />
        </svg>
        <span>字号</span>
      </button>
      <button type="button" data-tool="share">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M10 12V3M6.5 6 10 2.8 13.5 6M4 10v7h12v-7" />
        </svg>
        <span>分享</span>
      </button>
      <button type="button" data-tool="print">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M6 8V3h8v5M6 14H3.5V8h13v6H14M6 12h8v5H6z" />
        </svg>
        <span>打印</span>
      </button>
      <span class="tool-answer" role="status" aria-live="polite" data-tool-answer />
    </div>
  );
}
