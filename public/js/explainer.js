/* Contents, glossary, sharing and feedback of an explainer. Each of them also works without this file. */
(function () {
  function each(selector, use) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), use);
  }

  /* The contents show where the reader is, and stand open where there is room at the side. */
  var wide = window.matchMedia('(min-width: 64rem)');
  each('[data-contents]', function (contents) {
    var list = contents.querySelector('details');
    var here = contents.querySelector('[data-contents-here]');
    var links = Array.prototype.slice.call(contents.querySelectorAll('a'));
    var places = links.map(function (link) {
      return document.getElementById(decodeURIComponent(link.hash.slice(1)));
    });
    var current = null;
    var waiting = false;

    function beside() {
      return wide.matches && !document.documentElement.classList.contains('elder');
    }
    function fold() {
      list.open = beside();
    }
    function mark() {
      var line = window.innerHeight * 0.3;
      var found = null;
      places.forEach(function (place, index) {
        if (place && place.getBoundingClientRect().top < line) found = links[index];
      });
      if (found === current) return;
      if (current) current.removeAttribute('aria-current');
      current = found;
      if (current) current.setAttribute('aria-current', 'true');
      here.textContent = Array.prototype.map
        .call(current ? current.childNodes : [], function (piece) {
          return piece.textContent;
        })
        .join(' ');
    }

    list.querySelector('ol').addEventListener('click', function () {
      if (!beside()) list.open = false;
    });
    document.addEventListener('keydown', function (event) {
      if (event.key !== 'Escape' || !list.open || beside()) return;
      list.open = false;
      list.querySelector('summary').focus();
    });
    wide.addEventListener('change', fold);
    each('[data-elder-toggle]', function (button) {
      button.addEventListener('click', fold);
    });
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
    fold();
    mark();
  });

  /* A word of the glossary opens its meaning on the spot; without popovers the link leads to the glossary. */
  if ('showPopover' in HTMLElement.prototype) {
    var note = document.createElement('div');
    note.className = 'term-note';
    note.popover = 'auto';
    note.tabIndex = -1;
    note.setAttribute('role', 'dialog');
    note.innerHTML = '<p><strong></strong></p><p></p><button type="button">知道了</button>';
    var opener = null;
    note.querySelector('button').addEventListener('click', function () {
      note.hidePopover();
    });
    note.addEventListener('toggle', function (event) {
      if (event.newState !== 'closed' || !opener) return;
      /* Only when the reader has not gone elsewhere by himself. */
      if (document.activeElement === document.body || note.contains(document.activeElement)) opener.focus();
      opener = null;
    });
    document.body.appendChild(note);
    each('[data-term]', function (link) {
      link.setAttribute('aria-haspopup', 'dialog');
      link.addEventListener('click', function (event) {
        var entry = document.getElementById(link.hash.slice(1));
        if (!entry || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        var term = entry.querySelector('dt').textContent;
        note.setAttribute('aria-label', '名词解释：' + term);
        note.querySelector('strong').textContent = term;
        note.querySelectorAll('p')[1].textContent = entry.querySelector('dd').textContent;
        note.showPopover();
        place(link);
        opener = link;
        note.focus();
      });
    });
  }

  /* Under the word, or above it where there is no room; on phones the style sheet puts it at the foot. */
  function place(link) {
    note.style.left = note.style.top = '';
    if (window.innerWidth < 768) return;
    var box = link.getClientRects()[0];
    var left = Math.min(Math.max(16, box.left), window.innerWidth - note.offsetWidth - 32);
    var below = box.bottom + 8;
    var fits = below + note.offsetHeight < window.innerHeight;
    note.style.left = left + 'px';
    note.style.top = (fits ? below : Math.max(8, box.top - note.offsetHeight - 8)) + 'px';
  }

  /* Sharing */
  each('[data-share]', function (share) {
    var sheet = share.querySelector('.share-sheet');
    var answer = share.querySelector('[data-share-answer]');
    var send = share.querySelector('[data-send]');
    var copy = share.querySelector('[data-copy]');

    copy.addEventListener('click', function () {
      function failed() {
        answer.textContent = '没能复制，请长按上面的网址';
      }
      if (!navigator.clipboard) return failed();
      navigator.clipboard.writeText(copy.dataset.copy).then(function () {
        answer.textContent = '网址已复制，可以粘贴给别人';
      }, failed);
    });
    if (/MicroMessenger/i.test(navigator.userAgent)) {
      share
        .querySelector('.share-address')
        .insertAdjacentHTML('afterend', '<p>在微信里，点右上角的“…”，再点“发送给朋友”。</p>');
    } else if (navigator.share) {
      send.hidden = false;
      send.addEventListener('click', function () {
        navigator.share({ title: document.title, url: copy.dataset.copy }).catch(function () {});
      });
    }

    var dialog = document.createElement('dialog');
    if (!dialog.showModal) return;
    dialog.className = 'share-dialog';
    dialog.setAttribute('aria-label', '分享这篇解读');
    var close = document.createElement('button');
    close.type = 'button';
    close.textContent = '关闭';
    close.addEventListener('click', function () {
      dialog.close();
    });
    dialog.addEventListener('click', function (event) {
      if (event.target === dialog) dialog.close();
    });
    dialog.addEventListener('close', function () {
      share.appendChild(sheet);
      answer.textContent = '';
    });
    document.body.appendChild(dialog);
    each('[data-tool="share"]', function (tool) {
      tool.addEventListener('click', function () {
        dialog.append(sheet, close);
        dialog.showModal();
      });
    });
  });
  each('[data-tool="share"]', function (tool) {
    if (!document.querySelector('.share-dialog')) tool.hidden = true;
  });

  /* Feedback: the answer of the server stands in the page instead of on one of its own. */
  each('[data-feedback]', function (feedback) {
    var place = feedback.querySelector('[data-feedback-answer]');
    /* Beside the answer, which may hold what the reader has written. */
    var trouble = document.createElement('p');
    trouble.setAttribute('role', 'alert');
    feedback.appendChild(trouble);
    feedback.addEventListener('submit', function (event) {
      var form = event.target;
      var pressed = event.submitter;
      if (!window.fetch || !window.DOMParser || !pressed) return;
      event.preventDefault();
      var body = new URLSearchParams(new FormData(form));
      if (pressed.name) body.set(pressed.name, pressed.value);
      var taken = false;
      pressed.disabled = true;
      fetch(form.action, { method: 'POST', body: body })
        .then(function (response) {
          taken = response.ok;
          return response.text();
        })
        .then(function (html) {
          var answer = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-answer]');
          if (!answer) throw new Error('no answer');
          pressed.disabled = false;
          trouble.textContent = taken ? '' : answer.textContent;
          if (!taken) return;
          feedback.querySelectorAll('form').forEach(function (old) {
            old.remove();
          });
          place.replaceChildren(answer);
        })
        .catch(function () {
          pressed.disabled = false;
          trouble.textContent = '没有送到，请稍后再试。';
        });
    });
  });
})();
