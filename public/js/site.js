/* The reader's tools. Everything can be read without this file. */
(function () {
  var root = document.documentElement;

  function keep(key, value) {
    try {
      if (value === '') localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      /* Storage is refused: the choice then holds for this page only. */
    }
  }

  function all(selector) {
    return Array.prototype.slice.call(document.querySelectorAll(selector));
  }

  var answer = document.querySelector('[data-tool-answer]');
  function say(text) {
    if (answer) answer.textContent = text;
  }

  /* Elder mode */
  all('[data-elder-toggle]').forEach(function (button) {
    function show() {
      var on = root.classList.contains('elder');
      button.setAttribute('aria-pressed', String(on));
      button.textContent = on ? '标准版' : '长辈版';
    }
    button.addEventListener('click', function () {
      keep('mingbai.elder', root.classList.toggle('elder') ? '1' : '');
      show();
    });
    show();
  });

  /* Size of the text: usual, large, larger */
  var SIZES = ['', 'large', 'larger'];
  var SIZE_NAMES = ['标准字号', '大字号', '特大字号'];
  function nextSize() {
    var next = (SIZES.indexOf(root.dataset.size || '') + 1) % SIZES.length;
    if (SIZES[next] === '') delete root.dataset.size;
    else root.dataset.size = SIZES[next];
    keep('mingbai.size', SIZES[next]);
    say(SIZE_NAMES[next]);
  }

  var TOOLS = {
    size: nextSize,
    print: function () {
      window.print();
    },
  };
  all('[data-tool]').forEach(function (button) {
    var use = TOOLS[button.dataset.tool];
    if (use) button.addEventListener('click', use);
  });
})();
