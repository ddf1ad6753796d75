(function () {
  'use strict';
  var data = JSON.parse(document.getElementById('curves').textContent);
  var nines = data.nines;
  var MILLISECOND = 1000;
  var TICKS = [-Math.log10(0.5), 1, 2, 3, 4, 5, 6];
  var LABELS = ['50', '90', '99', '99.9', '99.99', '99.999', '99.9999'];
  var plots = [];

  function style(element, name) {
    return getComputedStyle(element).getPropertyValue(name).trim();
  }

  function root(name) {
    return style(document.documentElement, name);
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
    return value.toPrecision(3).replace(/e\+.*/, '') + '\u00a0' + units[unit];
  }

  function tick(micros) {
    return micros < 1000 ? micros + ' µs' : micros < 1e6 ? micros / 1000 + ' ms' : micros / 1e6 + ' s';
  }

  function percentile(x) {
    var beyond = Math.pow(10, -x) * 100;
    var digits = Math.max(0, Math.ceil(x) - 1);
    return 'p' + (100 - beyond).toFixed(Math.min(digits, 4));
  }

  /* A probe element has the colours and dashes that the style sheet gives to a class. */
  function look(curve) {
    var probe = document.createElement('i');
    probe.className = curve.hue < 0 ? 'curve floor' : 'curve hue' + (curve.hue % 4) + ' shade' + (curve.shade % 4);
    probe.hidden = true;
    document.body.appendChild(probe);
    var result = { color: style(probe, '--line'), dash: style(probe, '--dash') };
    probe.remove();
    return result;
  }

  function dashes(text, ratio) {
    return text === '' || text === 'none' ? [] : text.split(/[ ,]+/).map(function (n) { return n * ratio; });
  }

  /* The line that the claims are about, behind the curves. */
  function millisecond(u) {
    var y = Math.round(u.valToPos(MILLISECOND, 'y', true));
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

  function decades(u, index, low, high) {
    var found = [];
    for (var power = Math.ceil(Math.log10(low) - 1e-9); Math.pow(10, power) <= high; power++) {
      found.push(Math.pow(10, power));
    }
    return found;
  }

  var NAMES_FROM = 760;
  var NAMES_WIDTH = 205;

  /* Names at the ends of the curves, where there is room for them, kept apart from each other. */
  function names(chart) {
    return function (u) {
      if (chart.id !== 'overview' || u.width < NAMES_FROM) {
        return;
      }
      var ratio = uPlot.pxRatio;
      var ctx = u.ctx;
      ctx.save();
      ctx.font = '600 ' + 12 * ratio + 'px ' + root('--sans');
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      ctx.lineWidth = 4 * ratio;
      ctx.lineJoin = 'round';
      ctx.strokeStyle = root('--paper');
      var gap = 16 * ratio;
      var placed = [];
      chart.curves.map(function (curve) {
        var last = curve.micros.length - 1;
        var end = u.valToPos(nines[last], 'x', true) + 8 * ratio;
        var width = ctx.measureText(curve.name).width;
        return {
          text: curve.name,
          color: look(curve).color,
          width: width,
          x: Math.min(end, u.width * ratio - width - 2 * ratio),
          y: u.valToPos(curve.micros[last], 'y', true)
        };
      }).sort(function (a, b) { return a.y - b.y; }).forEach(function (name) {
        placed.forEach(function (other) {
          var beside = name.x > other.x + other.width || other.x > name.x + name.width;
          if (!beside && name.y - other.y < gap) {
            name.y = other.y + gap;
          }
        });
        placed.push(name);
        ctx.strokeText(name.text, name.x, name.y);
        ctx.fillStyle = name.color;
        ctx.fillText(name.text, name.x, name.y);
      });
      ctx.restore();
    };
  }

  function axis(size, more) {
    var base = {
      stroke: root('--muted'),
      font: '11px ' + root('--sans'),
      labelFont: '11px ' + root('--sans'),
      grid: { stroke: root('--grid'), width: 1 },
      ticks: { show: false },
      size: size,
      gap: 6
    };
    return Object.assign(base, more);
  }

  function column(curve) {
    return nines.map(function (x, i) { return i < curve.micros.length ? curve.micros[i] : null; });
  }

  function series(chart) {
    return [{}].concat(chart.curves.map(function (curve) {
      var found = look(curve);
      var large = chart.id === 'overview';
      return {
        label: curve.name,
        stroke: found.color,
        alpha: curve.bold ? 1 : 0.6,
        width: curve.bold ? 2.25 : 0.9,
        pxAlign: 0,
        dash: curve.bold && large ? dashes(found.dash, 1) : [],
        points: { show: false }
      };
    }));
  }

  function readouts(element, chart) {
    var figure = element.closest('figure');
    var cells = figure.querySelectorAll('[data-readout]');
    var head = figure.querySelector('[data-at]');
    return function (u) {
      var index = u.cursor.idx;
      var shown = index !== null && index !== undefined && u.cursor.left >= 0;
      if (head) {
        head.textContent = shown ? 'at ' + percentile(nines[index]) : '';
        chart.curves.forEach(function (curve, i) {
          cells[i].textContent = shown && index < curve.micros.length ? latency(curve.micros[index]) : '';
        });
      } else if (cells.length) {
        var merged = chart.curves[0];
        cells[0].textContent = shown && index < merged.micros.length
          ? percentile(nines[index]) + ': ' + latency(merged.micros[index]) : '';
      }
    };
  }

  function height(element, width) {
    return element.classList.contains('large') ? Math.round(Math.max(300, Math.min(480, width * 0.5))) : 190;
  }

  function draw(element, chart) {
    var width = element.clientWidth;
    var last = nines[nines.length - 1];
    var large = chart.id === 'overview';
    var options = {
      width: width,
      height: height(element, width),
      padding: [12, function (u) { return large && u.width >= NAMES_FROM ? NAMES_WIDTH : 14; }, 0, 0],
      legend: { show: false },
      cursor: {
        y: false,
        drag: { x: false, y: false },
        points: { size: 6 },
        sync: { key: 'percentile' }
      },
      scales: {
        x: { time: false, range: [0, last] },
        y: { distr: 3, log: 10, range: [data.low, data.high] }
      },
      axes: [
        axis(large ? 30 : 26, {
          splits: function () { return TICKS.filter(function (x) { return x <= last + 1e-9; }); },
          values: function (u, splits) { return splits.map(function (x) { return LABELS[TICKS.indexOf(x)]; }); },
          label: large ? 'percent of operations that took no longer' : null,
          labelSize: large ? 20 : 0
        }),
        axis(52, {
          splits: large ? null : decades,
          values: function (u, splits) {
            return splits.map(function (y) {
              var power = y === null ? NaN : Math.log10(y);
              return Math.abs(power - Math.round(power)) < 1e-6 ? tick(Math.pow(10, Math.round(power))) : null;
            });
          }
        })
      ],
      series: series(chart),
      hooks: { drawAxes: [millisecond], draw: [names(chart)], setCursor: [readouts(element, chart)] }
    };
    element.textContent = '';
    return new uPlot(options, [nines].concat(chart.curves.map(column)), element);
  }

  var TOOLS = { axis: axis, decades: decades, height: height, latency: latency, millisecond: millisecond, root: root, tick: tick };

  function all() {
    plots.forEach(function (plot) { plot.chart.destroy(); });
    plots = [];
    var charts = (data.overview ? [data.overview] : []).concat(data.series);
    charts.forEach(function (chart) {
      var element = document.querySelector('[data-chart="' + chart.id + '"]');
      plots.push({ element: element, chart: draw(element, chart), width: element.clientWidth });
    });
    if (data.load) {
      var place = document.querySelector('[data-chart="load"]');
      plots.push({ element: place, chart: plumblineLoad(place, data.load, TOOLS), width: place.clientWidth });
    }
    document.documentElement.setAttribute('data-charts', String(plots.length));
  }

  function fit() {
    plots.forEach(function (plot) {
      var width = plot.element.clientWidth;
      if (width > 0 && width !== plot.width) {
        plot.width = width;
        plot.chart.setSize({ width: width, height: height(plot.element, width) });
      }
    });
  }

  all();
  window.addEventListener('resize', function () { requestAnimationFrame(fit); });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', all);
}());
