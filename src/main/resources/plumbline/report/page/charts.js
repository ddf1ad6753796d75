/* What the charts of every page share: units, axes, and drawing anew when the window changes. */
var plumbline = (function () {
  'use strict';
  var data = JSON.parse(document.getElementById('curves').textContent);
  var plots = [];

  function root(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function digits(value) {
    return value.toPrecision(3).replace(/e\+.*/, '');
  }

  /* Three significant digits, as in the tables. */
  function latency(micros) {
    var units = ['ns', 'µs', 'ms', 's'];
    var value = Number((micros * 1000).toPrecision(3));
    var unit = 0;
    while (value >= 1000 && unit < 3) {
      value = Number((value / 1000).toPrecision(3));
      unit++;
    }
    return (value === 0 ? '0' : digits(value)) + '\u00a0' + units[unit];
  }

  function rate(perSecond) {
    return perSecond >= 1e6 ? digits(perSecond / 1e6) + '\u00a0M' : Math.round(Number(perSecond.toPrecision(3))).toLocaleString('en');
  }

  function tick(micros) {
    return micros < 1000 ? micros + ' µs' : micros < 1e6 ? micros / 1000 + ' ms' : micros / 1e6 + ' s';
  }

  function axis(size, more) {
    return Object.assign({
      stroke: root('--muted'),
      font: '11px ' + root('--sans'),
      labelFont: '11px ' + root('--sans'),
      grid: { stroke: root('--grid'), width: 1 },
      ticks: { show: false },
      size: size,
      gap: 6
    }, more);
  }

  function decades(u, index, low, high) {
    var found = [];
    for (var power = Math.ceil(Math.log10(low) - 1e-9); Math.pow(10, power) <= high; power++) {
      found.push(Math.pow(10, power));
    }
    return found;
  }

  /* Horizontal places of the words at powers of ten only. */
  function powers(u, splits) {
    return splits.map(function (y) {
      var power = y === null ? NaN : Math.log10(y);
      return Math.abs(power - Math.round(power)) < 1e-6 ? tick(Math.pow(10, Math.round(power))) : null;
    });
  }

  /* The line that the claims are about, behind the curves. */
  function millisecond(u) {
    var y = Math.round(u.valToPos(1000, 'y', true));
    var box = u.bbox;
    if (y < box.top || y > box.top + box.height) {
      return;
    }
    var ctx = u.ctx;
    var ratio = uPlot.pxRatio;
    ctx.save();
    ctx.strokeStyle = root('--accent');
    ctx.fillStyle = root('--accent');
    ctx.lineWidth = 1.5 * ratio;
    ctx.beginPath();
    ctx.moveTo(box.left, y);
    ctx.lineTo(box.left + box.width, y);
    ctx.stroke();
    ctx.font = '600 ' + 11 * ratio + 'px ' + root('--sans');
    ctx.textAlign = 'left';
    ctx.textBaseline = 'bottom';
    ctx.fillText('1 ms', box.left + 6 * ratio, y - 3 * ratio);
    ctx.restore();
  }

  function height(element) {
    return element.classList.contains('large') ? Math.round(Math.max(300, Math.min(480, element.clientWidth * 0.5))) : 190;
  }

  /* Fills every chart's place; the functions, by id, give the options and columns of uPlot. */
  function draw(charts) {
    function all() {
      plots.forEach(function (plot) { plot.chart.destroy(); });
      plots = Object.keys(charts).map(function (id) {
        var element = document.querySelector('[data-chart="' + id + '"]');
        var made = charts[id](element);
        var options = Object.assign({ width: element.clientWidth, height: height(element), legend: { show: false } }, made.options);
        element.textContent = '';
        return { element: element, chart: new uPlot(options, made.columns, element), width: element.clientWidth };
      });
      document.documentElement.setAttribute('data-charts', String(plots.length));
    }

    function fit() {
      plots.forEach(function (plot) {
        var width = plot.element.clientWidth;
        if (width > 0 && width !== plot.width) {
          plot.width = width;
          plot.chart.setSize({ width: width, height: height(plot.element) });
        }
      });
    }

    all();
    window.addEventListener('resize', function () { requestAnimationFrame(fit); });
    ['(prefers-color-scheme: dark)', 'print'].forEach(function (query) {
      window.matchMedia(query).addEventListener('change', all);
    });
  }

  return { data: data, root: root, latency: latency, rate: rate, tick: tick, axis: axis, decades: decades, powers: powers, millisecond: millisecond, draw: draw };
}());
