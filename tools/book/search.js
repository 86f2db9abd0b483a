// Search by id over the table of search-index.js: rows of
// [id, address, kind, word, text]. Every word typed must occur; ids that begin
// with what was typed come first.
'use strict';

(function () {
  const most = 12;

  function rank(row, words) {
    let sum = 0;
    for (const word of words) {
      const at = row[0].toLowerCase().indexOf(word);
      if (at < 0 && !row[4].toLowerCase().includes(word)) {
        return -1;
      }
      sum += at < 0 ? 1000 : row[0].length + 20 * at;
    }
    return sum;
  }

  function find(typed) {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    const found = [];
    if (words.length > 0) {
      for (const row of BOOK) {
        const r = rank(row, words);
        if (r >= 0) {
          found.push([r, row]);
        }
      }
      found.sort((a, b) => a[0] - b[0] || (a[1][0] < b[1][0] ? -1 : 1));
    }
    return found.map((pair) => pair[1]);
  }

  function element(tag, name, text) {
    const e = document.createElement(tag);
    e.className = name;
    e.textContent = text;
    return e;
  }

  function show(list, rows) {
    list.replaceChildren();
    for (const row of rows.slice(0, most)) {
      const link = element('a', '', '');
      link.href = row[1];
      link.append(element('span', 'found-id', row[0]),
        element('span', 'state ' + row[3], row[3]),
        element('span', 'found-text', row[4]));
      const item = element('li', '', '');
      item.append(link);
      list.append(item);
    }
    if (rows.length > most) {
      list.append(element('li', 'more', (rows.length - most) + ' more'));
    }
  }

  function attach(form) {
    const input = form.querySelector('input');
    const list = element('ul', 'found', '');
    form.append(list);
    function update() {
      const rows = find(input.value);
      show(list, rows);
      if (rows.length === 0 && input.value.trim() !== '') {
        list.append(element('li', 'more', 'nothing found'));
      }
    }
    input.addEventListener('input', update);
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      const first = list.querySelector('a');
      if (first) {
        location.href = first.href;
      }
    });
    form.addEventListener('keydown', function (event) {
      const links = [input, ...list.querySelectorAll('a')];
      const at = links.indexOf(document.activeElement);
      const to = event.key === 'ArrowDown' ? at + 1
        : event.key === 'ArrowUp' ? at - 1 : -1;
      if (event.key === 'Escape') {
        input.value = '';
        update();
        input.focus();
      } else if (to >= 0 && to < links.length) {
        event.preventDefault();
        links[to].focus();
      }
    });
    list.addEventListener('click', function () {
      input.value = '';
      list.replaceChildren();
    });
  }

  // A claim that is reached by its address shows how it is rechecked.
  function unfold() {
    const id = decodeURIComponent(location.hash.slice(1));
    const details = id && document.getElementById(id);
    if (details && details.classList.contains('claim')) {
      details.querySelector('details').open = true;
    }
  }

  document.querySelectorAll('form.search').forEach(attach);
  addEventListener('hashchange', unfold);
  unfold();
})();
