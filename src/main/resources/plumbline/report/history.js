(function () {
  'use strict';
  var data = JSON.parse(document.getElementById('curves').textContent);
  var positions = data.runs.map(function (run, i) { return i; });
  var plots = [];

  function root(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function digits(value) {
    return value.toPrecision(3).replace(/e\+.*/, '');
  }

  /* Three significant digits, as in the table. */
  function figure(value, rate) {
    if (rate) {
      return value >= 1e6 ? digits(value / 1e6) + '\u00a0M' : Math.round(Number(value.toPrecision(3))).toLocaleString('en');
    }
    var units = ['ns', 'µs', 'ms', 's'];
    var scaled = Number((value * 1000).toPrecision(3));
    var unit = 0;
    while (scaled >= 1000 && unit < 3) {
      scaled = Number((scaled / 1000).toPrecision(3));
      unit++;
    }
    return (scaled === 0 ? '0' : digits(scaled)) + '\u00a0' + units[unit];
  }

  function column(curve) {
    var values = positions.map(function () { return null; });
    curve.runs.forEach(function (run, i) { values[run] = curve.values[i]; });
    return values;
  }

  function color(effect) {
    return root(effect === 'better' ? '--holds' : effect === 'worse' ? '--refuted' : '--undecided');
  }

  /* Where the level changed, and the levels before and after. */
  function changes(curve) {
    return function (u) {
      var ctx = u.ctx;
      var ratio = uPlot.pxRatio;
      var box = u.bbox;
      ctx.save();
      ctx.lineWidth = 1.5 * ratio;
      curve.marks.forEach(function (mark) {
        var x = u.valToPos(mark.run - 0.5, 'x', true);
        ctx.strokeStyle = color(mark.effect);
        ctx.setLineDash([4 * ratio, 3 * ratio]);
        ctx.beginPath();
        ctx.moveTo(x, box.top);
        ctx.lineTo(x, box.top + box.height);
        ctx.stroke();
      });
      ctx.setLineDash([]);
      ctx.strokeStyle = root('--muted');
      curve.levels.forEach(function (level, i) {
        var from = i === 0 ? curve.runs[0] : curve.marks[i - 1].run;
        var to = i < curve.marks.length ? curve.marks[i].run - 1 : curve.runs[curve.runs.length - 1];
        var y = u.valToPos(level, 'y', true);
        ctx.beginPath();
        ctx.moveTo(u.valToPos(from - 0.4, 'x', true), y);
        ctx.lineTo(u.valToPos(to + 0.4, 'x', true), y);
        ctx.stroke();
      });
      ctx.restore();
    };
  }

  function axis(size, more) {
    return Object.assign({
      stroke: root('--muted'),
      font: '11px ' + root('--sans'),
      grid: { stroke: root('--grid'), width: 1 },
      ticks: { show: false },
      size: size,
      gap: 6
    }, more);
  }

  function readout(element, curve, values) {
    var place = element.closest('figure').querySelector('[data-readout]');
    return function (u) {
      var index = u.cursor.idx;
      var shown = index !== null && index !== undefined && u.cursor.left >= 0 && values[index] !== null;
      place.textContent = shown
        ? figure(values[index], curve.rate) + ', ' + data.runs[index].commit + ', ' + data.runs[index].time
        : '';
    };
  }

  function draw(element, curve) {
    var values = column(curve);
    var width = element.clientWidth;
    element.textContent = '';
    return new uPlot({
      width: width,
      height: 190,
      padding: [12, 14, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 8 }, sync: { key: 'run' } },
      scales: {
        x: { time: false, range: [-0.6, data.runs.length - 0.4] },
        y: {
          range: function (u, low, high) {
            var room = (high - low) * 0.15 || high * 0.1 || 1;
            return [Math.max(0, low - room), high + room];
          }
        }
      },
      axes: [
        axis(26, {
          space: 76,
          incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000],
          values: function (u, splits) {
            return splits.map(function (i) { return data.runs[i] ? data.runs[i].commit.slice(0, 7) : null; });
          }
        }),
        axis(60, {
          values: function (u, splits) {
            return splits.map(function (y) { return y === null ? null : figure(y, curve.rate); });
          }
        })
      ],
      series: [{}, {
        stroke: root('--h1'),
        width: 0,
        paths: function () { return null; },
        points: { show: true, size: 5, fill: root('--h1'), stroke: root('--h1') }
      }],
      hooks: { drawAxes: [changes(curve)], setCursor: [readout(element, curve, values)] }
    }, [positions, values], element);
  }

  function all() {
    plots.forEach(function (plot) { plot.chart.destroy(); });
    plots = data.curves.map(function (curve) {
      var element = document.querySelector('[data-chart="' + curve.id + '"]');
      return { element: element, chart: draw(element, curve), width: element.clientWidth };
    });
    document.documentElement.setAttribute('data-charts', String(plots.length));
  }

  function fit() {
    plots.forEach(function (plot) {
      var width = plot.element.clientWidth;
      if (width > 0 && width !== plot.width) {
        plot.width = width;
        plot.chart.setSize({ width: width, height: 190 });
      }
    });
  }

  all();
  window.addEventListener('resize', function () { requestAnimationFrame(fit); });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', all);
}());
