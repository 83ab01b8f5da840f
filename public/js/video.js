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
