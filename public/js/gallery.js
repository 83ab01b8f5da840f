/* Turns a column of pictures into one picture at a time: by swipe, by button, by key. */
document.querySelectorAll('[data-gallery]').forEach(function (gallery) {
  var track = gallery.querySelector('[data-gallery-track]');
  var pictures = Array.prototype.slice.call(track.querySelectorAll('li'));
  if (pictures.length < 2) return;

  var bar = document.createElement('div');
  bar.className = 'gallery-turn';
  bar.innerHTML =
    '<button type="button">上一张</button><span class="gallery-place" aria-live="polite"></span>' +
    '<button type="button">下一张</button>';
  gallery.insertBefore(bar, track);
  gallery.classList.add('turning-on');
  track.tabIndex = 0;
  track.setAttribute('aria-label', '图片，可用左右方向键翻看');
  track.setAttribute('role', 'group');

  var buttons = bar.querySelectorAll('button');
  var place = bar.querySelector('.gallery-place');
  var current = 0;
  var still = window.matchMedia('(prefers-reduced-motion: reduce)');

  function show() {
    place.textContent = current + 1 + ' / ' + pictures.length;
    buttons[0].setAttribute('aria-disabled', String(current === 0));
    buttons[1].setAttribute('aria-disabled', String(current === pictures.length - 1));
    pictures.forEach(function (picture, index) {
      picture.inert = index !== current;
    });
    fit();
  }
  /* The track is as high as the picture that is shown, so that a short one leaves no hole under it. */
  function fit() {
    track.style.height = pictures[current].offsetHeight + 'px';
  }
  function turn(to) {
    var next = Math.max(0, Math.min(pictures.length - 1, to));
    track.scrollTo({ left: next * track.clientWidth, behavior: still.matches ? 'auto' : 'smooth' });
  }
  function settle() {
    var next = Math.round(track.scrollLeft / Math.max(1, track.clientWidth));
    if (next === current || !pictures[next]) return;
    current = next;
    show();
  }

  buttons[0].addEventListener('click', function () {
    turn(current - 1);
  });
  buttons[1].addEventListener('click', function () {
    turn(current + 1);
  });
  track.addEventListener('keydown', function (event) {
    if (event.key === 'ArrowLeft') turn(current - 1);
    else if (event.key === 'ArrowRight') turn(current + 1);
    else if (event.key === 'Home') turn(0);
    else if (event.key === 'End') turn(pictures.length - 1);
    else return;
    event.preventDefault();
  });
  track.addEventListener('scroll', settle, { passive: true });
  track.addEventListener('load', fit, true);
  track.addEventListener('toggle', fit, true);
  window.addEventListener('resize', function () {
    track.scrollLeft = current * track.clientWidth;
    fit();
  });
  show();
});
