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

  /* Reading aloud, paragraph by paragraph: long texts in one piece are cut off by some browsers. */
  var reading = false;
  function texts() {
    return all(
      '.explainer h1, .answer p, .impact-card h2, .impact-card p, [data-listen] :is(h2, h3, p, li, dt, dd, th, td)',
    )
      .filter(function (element) {
        return !element.querySelector('p, li');
      })
      .map(function (element) {
        return element.textContent.trim();
      })
      .filter(Boolean);
  }
  function listen(button) {
    var speech = window.speechSynthesis;
    if (!speech) return say('这个浏览器不能朗读');
    if (reading) return stop();
    var queue = texts();
    reading = true;
    button.setAttribute('aria-pressed', 'true');
    button.querySelector('span').textContent = '停止朗读';
    (function next() {
      if (!reading || queue.length === 0) return stop();
      var part = new SpeechSynthesisUtterance(queue.shift());
      part.lang = 'zh-CN';
      part.onend = next;
      part.onerror = function () {
        if (reading) say('这台设备没有中文朗读声音');
        stop();
      };
      speech.speak(part);
    })();
    function stop() {
      reading = false;
      speech.cancel();
      button.setAttribute('aria-pressed', 'false');
      button.querySelector('span').textContent = '朗读';
    }
  }
  window.addEventListener('pagehide', function () {
    if (window.speechSynthesis) window.speechSynthesis.cancel();
  });

  function share() {
    var page = { title: document.title, url: location.href.split('#')[0] };
    if (navigator.share) return void navigator.share(page).catch(function () {});
    if (!navigator.clipboard) return say('请复制地址栏里的网址');
    navigator.clipboard.writeText(page.url).then(
      function () {
        say('网址已复制');
      },
      function () {
        say('请复制地址栏里的网址');
      },
    );
  }

  var TOOLS = {
    listen: listen,
    size: nextSize,
    share: share,
    print: function () {
      window.print();
    },
  };
  all('[data-tool]').forEach(function (button) {
    button.addEventListener('click', function () {
      TOOLS[button.dataset.tool](button);
    });
  });

  /* The list of contents shows where the reader is. */
  all('[data-contents]').forEach(function (contents) {
    var links = Array.prototype.slice.call(contents.querySelectorAll('a'));
    var places = links.map(function (link) {
      return document.getElementById(decodeURIComponent(link.hash.slice(1)));
    });
    var bar = contents.querySelector('ol');
    var current = null;
    function mark() {
      var line = window.innerHeight * 0.3;
      var found = null;
      places.forEach(function (place, index) {
        if (place && place.getBoundingClientRect().top < line) found = links[index];
      });
      if (found === current) return;
      if (current) current.removeAttribute('aria-current');
      current = found;
      if (!current) return;
      current.setAttribute('aria-current', 'true');
      if (bar.scrollWidth > bar.clientWidth) bar.scrollLeft = current.offsetLeft - bar.clientWidth / 3;
    }
    var waiting = false;
    window.addEventListener(
      'scroll',
      function () {
        if (waiting) return;
        waiting = true;
        requestAnimationFrame(function () {
          waiting = false;
          mark();
        });
      },
      { passive: true },
    );
    mark();
  });
})();
