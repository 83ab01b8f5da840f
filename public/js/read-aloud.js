/* Reads the explainer aloud, sentence by sentence: long texts in one piece are cut off by some browsers. */
(function () {
  var button = document.querySelector('[data-tool="listen"]');
  var hush = document.querySelector('[data-tool="hush"]');
  if (!button || !hush) return;
  var word = button.querySelector('[data-listen-word]');
  var answer = document.querySelector('[data-tool-answer]');
  var speech = window.speechSynthesis;
  var BLOCKS =
    '.explainer h1, .corrections p, .answer p, .impact-card h2, .impact-card p, ' +
    '[data-listen] :is(h2, h3, p, li, dt, dd, th, td)';
  var SENTENCE = /[^。！？；!?;\n]+[。！？；!?;]*[”’」』）》]*/g;

  var queue = [];
  var at = 0;
  /* Counts what was begun, so that the end of a sentence that was broken off begins nothing. */
  var turn = 0;
  var marked = null;

  function say(text) {
    answer.textContent = text;
  }

  /* The words of an element without its ornaments, and where each piece of them stands. */
  function pieces(element) {
    var walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    var found = [];
    var length = 0;
    while (walker.nextNode()) {
      var node = walker.currentNode;
      if (node.parentElement.closest('[aria-hidden]')) continue;
      found.push({ node: node, start: length });
      length += node.data.length;
    }
    return found;
  }

  function rangeOf(found, start, end) {
    var range = document.createRange();
    found.forEach(function (piece) {
      var stop = piece.start + piece.node.data.length;
      if (piece.start <= start && start < stop) range.setStart(piece.node, start - piece.start);
      if (piece.start < end && end <= stop) range.setEnd(piece.node, end - piece.start);
    });
    return range;
  }

  function sentences() {
    var all = [];
    document.querySelectorAll(BLOCKS).forEach(function (element) {
      if (element.querySelector('p, li, dt')) return;
      var found = pieces(element);
      var text = found
        .map(function (piece) {
          return piece.node.data;
        })
        .join('');
      var match;
      SENTENCE.lastIndex = 0;
      while ((match = SENTENCE.exec(text))) {
        if (!match[0].trim()) continue;
        all.push({
          text: match[0].trim(),
          element: element,
          range: rangeOf(found, match.index, match.index + match[0].length),
        });
      }
    });
    return all;
  }

  function mark(sentence) {
    if (marked) marked.classList.remove('is-read');
    marked = sentence ? sentence.element : null;
    if (window.Highlight && CSS.highlights) {
      if (sentence) CSS.highlights.set('read', new Highlight(sentence.range));
      else CSS.highlights.delete('read');
    }
    if (!marked) return;
    marked.classList.add('is-read');
    var box = marked.getBoundingClientRect();
    if (box.top < 80 || box.bottom > window.innerHeight - 40) marked.scrollIntoView({ block: 'center' });
  }

  function show(state) {
    button.dataset.state = state;
    word.textContent = { idle: '朗读', reading: '暂停', paused: '继续朗读' }[state];
    hush.hidden = state === 'idle';
  }

  function silence() {
    turn += 1;
    speech.cancel();
  }

  function stop() {
    silence();
    queue = [];
    mark(null);
    show('idle');
  }

  function voice() {
    return speech.getVoices().find(function (one) {
      return /^(zh|cmn)/i.test(one.lang);
    });
  }

  function next() {
    if (at >= queue.length) return stop();
    var mine = turn;
    var sentence = queue[at];
    var part = new SpeechSynthesisUtterance(sentence.text);
    part.lang = 'zh-CN';
    part.voice = voice() || null;
    if (document.documentElement.classList.contains('elder')) part.rate = 0.9;
    part.onend = function () {
      if (mine !== turn) return;
      at += 1;
      next();
    };
    part.onerror = function () {
      if (mine !== turn) return;
      say('这台设备没有中文朗读声音');
      stop();
    };
    mark(sentence);
    speech.speak(part);
  }

  button.addEventListener('click', function () {
    if (!speech) {
      return say(
        /MicroMessenger/i.test(navigator.userAgent)
          ? '微信里不能朗读，请点右上角的“…”，用浏览器打开'
          : '这个浏览器不能朗读，请换手机自带的浏览器打开',
      );
    }
    if (button.dataset.state === 'reading') {
      /* Some telephones cannot pause and go on: the sentence is broken off and begun again. */
      silence();
      return show('paused');
    }
    if (button.dataset.state !== 'paused') {
      queue = sentences();
      at = 0;
      say('');
    }
    turn += 1;
    show('reading');
    next();
  });
  hush.addEventListener('click', function () {
    stop();
    button.focus();
  });
  window.addEventListener('pagehide', function () {
    if (speech) speech.cancel();
  });
})();
