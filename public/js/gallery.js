/* Pictures one at a time instead of in a column, by swipe, by button, by key; each opens large over the whole screen. */
(function () {
  var still = window.matchMedia('(prefers-reduced-motion: reduce)');

  function button(words, act) {
    var made = document.createElement('button');
    made.type = 'button';
    made.textContent = words;
    made.addEventListener('click', act);
    return made;
  }

  /* Left and right, first and last: how far a key leads from here; null for every other key. */
  function step(key, current, count) {
    if (key === 'ArrowLeft') return current - 1;
    if (key === 'ArrowRight') return current + 1;
    if (key === 'Home') return 0;
    if (key === 'End') return count - 1;
    return null;
  }

  document.querySelectorAll('[data-gallery]').forEach(function (gallery) {
    var track = gallery.querySelector('[data-gallery-track]');
    var pictures = Array.prototype.slice.call(track.querySelectorAll('li'));
    var turn = pictures.length > 1 ? turning(gallery, track, pictures) : function () {};
    enlarging(pictures, turn);
  });

  /* One picture at a time. Answers how to turn to one. */
  function turning(gallery, track, pictures) {
    var current = 0;
    var before = button('上一张', function () {
      turn(current - 1);
    });
    var after = button('下一张', function () {
      turn(current + 1);
    });
    var place = document.createElement('span');
    place.className = 'gallery-place';
    place.setAttribute('aria-live', 'polite');
    var bar = document.createElement('div');
    bar.className = 'gallery-turn';
    bar.append(before, place, after);
    gallery.insertBefore(bar, track);
    gallery.classList.add('turning-on');
    track.tabIndex = 0;
    track.setAttribute('aria-label', '图片，可用左右方向键翻看');
    track.setAttribute('role', 'group');

    function show() {
      place.textContent = current + 1 + ' / ' + pictures.length;
      before.setAttribute('aria-disabled', String(current === 0));
      after.setAttribute('aria-disabled', String(current === pictures.length - 1));
      pictures.forEach(function (picture, index) {
        picture.inert = index !== current;
      });
      /* The next one is there before it is asked for. */
      var next = pictures[current + 1];
      if (next) next.querySelector('img').loading = 'eager';
      fit();
    }
    /* The track is as high as the picture that is shown, so that a short one leaves no hole under it. */
    function fit() {
      track.style.height = pictures[current].offsetHeight + 'px';
    }
    function turn(to, at) {
      var next = Math.max(0, Math.min(pictures.length - 1, to));
      track.scrollTo({ left: next * track.clientWidth, behavior: at || still.matches ? 'auto' : 'smooth' });
    }
    track.addEventListener('keydown', function (event) {
      var to = step(event.key, current, pictures.length);
      if (to === null) return;
      turn(to);
      event.preventDefault();
    });
    track.addEventListener(
      'scroll',
      function () {
        var next = Math.round(track.scrollLeft / Math.max(1, track.clientWidth));
        if (next === current || !pictures[next]) return;
        current = next;
        show();
      },
      { passive: true },
    );
    track.addEventListener('load', fit, true);
    track.addEventListener('toggle', fit, true);
    window.addEventListener('resize', function () {
      track.scrollLeft = current * track.clientWidth;
      fit();
    });
    show();
    return turn;
  }

  /* A picture over the whole screen: a tap enlarges the place that was tapped, two fingers do what the browser does. */
  function enlarging(pictures, turn) {
    var dialog = document.createElement('dialog');
    if (!dialog.showModal) return;
    dialog.className = 'viewer';
    dialog.setAttribute('aria-label', '放大的图片');
    var stage = document.createElement('div');
    stage.className = 'viewer-stage';
    stage.tabIndex = 0;
    var words = document.createElement('p');
    words.className = 'viewer-words';
    words.setAttribute('aria-live', 'polite');
    var zoom = button('放大', function () {
      enlarge(!stage.classList.contains('enlarged'));
    });
    var bar = document.createElement('div');
    bar.className = 'viewer-bar';
    if (pictures.length > 1) {
      bar.append(
        button('上一张', function () {
          show(current - 1);
        }),
        button('下一张', function () {
          show(current + 1);
        }),
      );
    }
    bar.append(
      zoom,
      button('关闭', function () {
        dialog.close();
      }),
    );
    dialog.append(stage, words, bar);
    document.body.append(dialog);
    var current = 0;

    function show(to) {
      current = Math.max(0, Math.min(pictures.length - 1, to));
      var link = pictures[current].querySelector('[data-gallery-zoom]');
      var copy = (link.querySelector('picture') || link.querySelector('img')).cloneNode(true);
      /* The sharpest file: it is looked at closely. */
      [copy].concat(Array.prototype.slice.call(copy.querySelectorAll('*'))).forEach(function (part) {
        if (part.hasAttribute('sizes')) part.setAttribute('sizes', '1600px');
        part.removeAttribute('loading');
      });
      stage.replaceChildren(copy);
      enlarge(false);
      var caption = pictures[current].querySelector('figcaption');
      var count = pictures.length > 1 ? current + 1 + ' / ' + pictures.length + '　' : '';
      words.textContent = count + (caption ? caption.lastChild.textContent : '');
    }
    /* x, y: parts of the picture that come into the middle. */
    function enlarge(on, x, y) {
      stage.classList.toggle('enlarged', on);
      zoom.textContent = on ? '缩小' : '放大';
      if (!on) return;
      stage.scrollLeft = stage.scrollWidth * (x === undefined ? 0.5 : x) - stage.clientWidth / 2;
      stage.scrollTop = stage.scrollHeight * (y === undefined ? 0 : y) - stage.clientHeight / 2;
    }

    stage.addEventListener('click', function (event) {
      var image = stage.querySelector('img');
      if (event.target !== image) return dialog.close();
      var box = image.getBoundingClientRect();
      enlarge(
        !stage.classList.contains('enlarged'),
        (event.clientX - box.left) / box.width,
        (event.clientY - box.top) / box.height,
      );
    });
    dialog.addEventListener('keydown', function (event) {
      if (event.key === '+' || event.key === '=') return enlarge(true);
      if (event.key === '-') return enlarge(false);
      /* Enlarged, the arrows move the picture. */
      var to = stage.classList.contains('enlarged') ? null : step(event.key, current, pictures.length);
      if (to === null) return;
      show(to);
      event.preventDefault();
    });
    var from = null;
    stage.addEventListener(
      'touchstart',
      function (event) {
        var alone = event.touches.length === 1 && !stage.classList.contains('enlarged');
        var pinched = window.visualViewport && window.visualViewport.scale > 1.05;
        from = alone && !pinched ? { x: event.touches[0].clientX, y: event.touches[0].clientY } : null;
      },
      { passive: true },
    );
    stage.addEventListener('touchend', function (event) {
      if (!from) return;
      var x = event.changedTouches[0].clientX - from.x;
      var y = event.changedTouches[0].clientY - from.y;
      from = null;
      if (Math.abs(x) > 48 && Math.abs(x) > 2 * Math.abs(y)) show(current + (x < 0 ? 1 : -1));
    });
    dialog.addEventListener('close', function () {
      turn(current, true);
    });
    pictures.forEach(function (picture, index) {
      picture.querySelector('[data-gallery-zoom]').addEventListener('click', function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        show(index);
        dialog.showModal();
        stage.focus();
      });
    });
  }
})();
