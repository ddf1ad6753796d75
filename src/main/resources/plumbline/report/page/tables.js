/* Sorts and filters the rows of long tables; without it they stand in the order of the page. */
(function () {
  'use strict';
  var NEXT = { none: 'ascending', ascending: 'descending', descending: 'none' };

  function made(name, properties, children) {
    var element = Object.assign(document.createElement(name), properties);
    element.append.apply(element, children || []);
    return element;
  }

  /* The cell of a row under a column; a cell may stand under several. */
  function cell(row, index) {
    var at = -1;
    return Array.from(row.cells).find(function (one) {
      at += one.colSpan;
      return at >= index;
    });
  }

  /* A number where the column has one, else words; what says nothing is last in either order. */
  function key(row, index) {
    var found = cell(row, index);
    if (!found) {
      return '';
    }
    var words = found.textContent.trim();
    return found.dataset.value !== undefined ? Number(found.dataset.value) : words === '-' ? '' : words;
  }

  function rank(key) {
    return typeof key === 'number' ? 0 : key === '' ? 2 : 1;
  }

  function sorted(rows, index, order) {
    var sign = order === 'descending' ? -1 : 1;
    return order === 'none' ? rows : rows
      .map(function (row) { return { row: row, key: key(row, index) }; })
      .sort(function (a, b) {
        return rank(a.key) - rank(b.key)
          || sign * (typeof a.key === 'number' ? a.key - b.key : a.key.localeCompare(b.key, 'en', { numeric: true }));
      })
      .map(function (one) { return one.row; });
  }

  function offer(place) {
    var table = place.querySelector('table');
    var body = table.tBodies[0];
    var rows = Array.from(body.rows);
    var words = rows.map(function (row) { return row.textContent.toLowerCase(); });
    var heads = Array.from(table.tHead.rows[0].cells);
    var titles = heads.map(function (head) { return head.innerText.replace(/\s+/g, ' ').trim(); });
    var order = '';
    var filter = made('input', { type: 'search', autocomplete: 'off', spellcheck: false });
    var status = made('span');
    status.setAttribute('role', 'status');

    function tell() {
      var shown = rows.filter(function (row) { return !row.hidden; }).length;
      status.textContent = (shown === rows.length ? rows.length : shown + ' of ' + rows.length) + ' rows' + order;
    }

    function select() {
      var wanted = filter.value.toLowerCase().split(/\s+/);
      rows.forEach(function (row, i) {
        row.hidden = !wanted.every(function (word) { return words[i].includes(word); });
      });
      tell();
    }

    function sort(index) {
      var next = NEXT[heads[index].getAttribute('aria-sort') || 'none'];
      heads.forEach(function (head, i) {
        if (i === index && next !== 'none') {
          head.setAttribute('aria-sort', next);
        } else {
          head.removeAttribute('aria-sort');
        }
      });
      order = next === 'none' ? '' : ', by ' + titles[index] + ', ' + next;
      body.append.apply(body, sorted(rows, index, next));
      tell();
    }

    heads.forEach(function (head, i) {
      var button = made('button', { type: 'button', title: 'Sort' }, [made('span', {}, Array.from(head.childNodes))]);
      button.addEventListener('click', function () { sort(i); });
      head.append(button);
    });
    filter.addEventListener('input', select);
    place.before(made('p', { className: 'tools' }, [made('label', {}, ['Filter rows ', filter]), status]));
    tell();
  }

  document.querySelectorAll('.sortable').forEach(offer);
}());
