(function () {
  'use strict';
  var data = plumbline.data;
  var nines = data.nines;
  var TICKS = [-Math.log10(0.5), 1, 2, 3, 4, 5, 6];
  var LABELS = ['50', '90', '99', '99.9', '99.99', '99.999', '99.9999'];

  function style(element, name) {
    return getComputedStyle(element).getPropertyValue(name).trim();
  }

  function percentile(x) {
    var beyond = Math.pow(10, -x) * 100;
    var digits = Math.max(0, Math.ceil(x) - 1);
    return 'p' + (100 - beyond).toFixed(Math.min(digits, 4));
  }

  /* How many operations took longer than a percentile, of how many. */
  function beyond(x, curve) {
    return Math.round(curve.operations * Math.pow(10, -x)).toLocaleString('en') + ' of ' + curve.operations.toLocaleString('en') + ' took longer';
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

  var NAMES_FROM = 760;
  var NAMES_GAP = 28;
  var NAMES_FONT = '600 12px ' + plumbline.root('--sans');

  /* Room beside the plot for the longest name and a line to it; none if the chart is narrow. */
  function namesWidth(chart, width) {
    if (chart.id !== 'overview' || width < NAMES_FROM) {
      return 14;
    }
    var ctx = document.createElement('canvas').getContext('2d');
    ctx.font = NAMES_FONT;
    return NAMES_GAP + 4 + Math.ceil(Math.max.apply(null, chart.curves.map(function (curve) {
      return ctx.measureText(curve.name).width;
    })));
  }

  /* Names beside the plot, where nothing else is drawn, each with a line to the end of its curve. */
  function names(chart) {
    return function (u) {
      if (chart.id !== 'overview' || u.width < NAMES_FROM) {
        return;
      }
      var ratio = uPlot.pxRatio;
      var ctx = u.ctx;
      var box = u.bbox;
      var gap = 16 * ratio;
      var x = box.left + box.width + NAMES_GAP * ratio;
      ctx.save();
      ctx.font = NAMES_FONT.replace('12px', 12 * ratio + 'px');
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      var placed = chart.curves.map(function (curve) {
        var last = curve.micros.length - 1;
        var y = u.valToPos(curve.micros[last], 'y', true);
        return { text: curve.name, color: look(curve).color, end: u.valToPos(nines[last], 'x', true), at: y, y: y };
      }).sort(function (a, b) { return a.at - b.at; });
      placed.forEach(function (name, i) {
        name.y = Math.max(name.y, i ? placed[i - 1].y + gap : box.top);
      });
      /* Those that were pushed out at the bottom push the others up. */
      for (var i = placed.length - 1; i >= 0; i--) {
        placed[i].y = Math.min(placed[i].y, box.top + box.height - (placed.length - 1 - i) * gap);
      }
      placed.forEach(function (name) {
        ctx.strokeStyle = name.color;
        ctx.fillStyle = name.color;
        ctx.lineWidth = ratio;
        ctx.globalAlpha = 0.4;
        ctx.beginPath();
        ctx.moveTo(name.end + 3 * ratio, name.at);
        ctx.lineTo(x - 4 * ratio, name.y);
        ctx.stroke();
        ctx.globalAlpha = 1;
        ctx.fillText(name.text, x, name.y);
      });
      ctx.restore();
    };
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
          cells[i].textContent = shown && index < curve.micros.length
            ? plumbline.latency(curve.micros[index]) + ', ' + beyond(nines[index], curve) : '';
        });
      } else if (cells.length) {
        var merged = chart.curves[0];
        cells[0].textContent = shown && index < merged.micros.length
          ? percentile(nines[index]) + ': ' + plumbline.latency(merged.micros[index]) + ', ' + beyond(nines[index], merged) : '';
      }
    };
  }

  function draw(chart, element) {
    var last = nines[nines.length - 1];
    var large = chart.id === 'overview';
    return {
      columns: [nines].concat(chart.curves.map(column)),
      options: {
        padding: [12, function (u) { return namesWidth(chart, u.width); }, 0, 0],
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
          plumbline.axis(large ? 30 : 26, {
            splits: function () { return TICKS.filter(function (x) { return x <= last + 1e-9; }); },
            values: function (u, splits) { return splits.map(function (x) { return LABELS[TICKS.indexOf(x)]; }); },
            label: large ? 'percent of operations that took no longer' : null,
            labelSize: large ? 20 : 0
          }),
          plumbline.axis(52, { splits: large ? null : plumbline.decades, values: plumbline.powers })
        ],
        series: series(chart),
        hooks: { drawAxes: [plumbline.millisecond], draw: [names(chart)], setCursor: [readouts(element, chart)] }
      }
    };
  }

  var charts = {};
  (data.overview ? [data.overview] : []).concat(data.series).forEach(function (chart) {
    charts[chart.id] = draw.bind(null, chart);
  });
  if (data.load) {
    charts.load = function (element) { return plumbline.load(data.load, element); };
  }
  plumbline.draw(charts);
}());
