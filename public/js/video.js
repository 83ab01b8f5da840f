/* Chapters and times seek in the player; the transcript follows what is said. */
(function () {
  var player = document.querySelector('[data-video] :is(video, audio)');
  if (!player) return;
  var links = Array.prototype.slice.call(document.querySelectorAll('[data-seek]'));
  var pieces = Array.prototype.slice.call(document.querySelectorAll('[data-transcript] [data-at]'));
  var transcript = document.querySelector('[data-transcript]');

  function seek(seconds) {
    player.currentTime = seconds;
    var started = player.play();
    if (started) started.catch(function () {});
  }

  links.forEach(function (link) {
    link.addEventListener('click', function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      seek(Number(link.dataset.seek));
      player.scrollIntoView({ block: 'nearest' });
    });
  });
  pieces.forEach(function (piece) {
    piece.classList.add('can-seek');
    piece.addEventListener('click', function () {
      seek(Number(piece.dataset.at));
    });
  });

  function last(elements, key) {
    var found = null;
    elements.forEach(function (element) {
      if (Number(element.dataset[key]) <= player.currentTime + 0.05) found = element;
    });
    return found;
  }

  sizes();
  keys();

  /* Which file plays is the browser's choice by the screen; a slow line or a large one may want the other. */
  function sizes() {
    var files = {};
    player.querySelectorAll('source[data-height]').forEach(function (source) {
      files[source.dataset.height] = source.src;
    });
    var heights = Object.keys(files)
      .map(Number)
      .sort(function (one, other) {
        return one - other;
      });
    if (heights.length < 2) return;
    var bar = document.createElement('div');
    bar.className = 'video-sizes';
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', '清晰度');
    var buttons = [heights[0], heights[heights.length - 1]].map(function (height, index) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = index === 0 ? '流畅' : '高清';
      button.addEventListener('click', function () {
        if (player.currentSrc === files[height]) return;
        var at = player.currentTime;
        var played = !player.paused;
        player.src = files[height];
        player.addEventListener(
          'loadedmetadata',
          function () {
            player.currentTime = at;
            if (played) seek(at);
          },
          { once: true },
        );
      });
      bar.append(button);
      return { button: button, file: files[height] };
    });
    function show() {
      buttons.forEach(function (one) {
        one.button.setAttribute('aria-pressed', String(player.currentSrc === one.file));
      });
    }
    player.addEventListener('loadstart', show);
    player.after(bar);
    show();
  }

  /* With the keys from sentence to sentence; up and down go on scrolling. */
  function keys() {
    if (!transcript || pieces.length === 0) return;
    transcript.setAttribute('role', 'group');
    transcript.setAttribute('aria-label', '文字稿，可用左右方向键跳到上一句、下一句');
    transcript.addEventListener('keydown', function (event) {
      var by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      var next = pieces[Math.max(0, pieces.indexOf(said) + by)];
      if (by === 0 || !next) return;
      event.preventDefault();
      seek(Number(next.dataset.at));
    });
  }

  var said = null;
  player.addEventListener('timeupdate', function () {
    var chapter = last(links, 'seek');
    links.forEach(function (link) {
      var turn = link.closest('.turn');
      if (turn) turn.classList.toggle('is-said', link === chapter && !player.paused);
      else if (link === chapter) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
    var next = last(pieces, 'at');
    if (next === said) return;
    if (said) said.classList.remove('is-said');
    said = next;
    if (!said) return;
    said.classList.add('is-said');
    /* Only the transcript moves, never the page under the reader's thumb. */
    if (transcript.scrollHeight > transcript.clientHeight) {
      transcript.scrollTop = said.offsetTop - transcript.clientHeight / 3;
    }
  });
})();
