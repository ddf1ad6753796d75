(function () {
  'use strict';
  var data = plumbline.data;
  var positions = data.runs.map(function (run, i) { return i; });

  function figure(value, isRate) {
    return isRate ? plumbline.rate(value) : plumbline.latency(value);
  }

  function column(curve) {
    var values = positions.map(function () { return null; });
    curve.runs.forEach(function (run, i) { values[run] = curve.values[i]; });
    return values;
  }

  function color(effect) {
    return plumbline.root(effect === 'better' ? '--good' : effect === 'worse' ? '--bad' : '--open');
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
      ctx.strokeStyle = plumbline.root('--muted');
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

  function chart(curve, element) {
    var values = column(curve);
    var ink = plumbline.root('--h1');
    return {
      columns: [positions, values],
      options: {
        padding: [12, 14, 0, 0],
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
          plumbline.axis(26, {
            space: 76,
            incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000],
            values: function (u, splits) {
              return splits.map(function (i) { return data.runs[i] ? data.runs[i].commit.slice(0, 7) : null; });
            }
          }),
          plumbline.axis(60, {
            values: function (u, splits) {
              return splits.map(function (y) { return y === null ? null : figure(y, curve.rate); });
            }
          })
        ],
        series: [{}, {
          stroke: ink,
          width: 0,
          paths: function () { return null; },
          points: { show: true, size: 5, fill: ink, stroke: ink }
        }],
        hooks: { drawAxes: [changes(curve)], setCursor: [readout(element, curve, values)] }
      }
    };
  }

  var charts = {};
  data.curves.forEach(function (curve) { charts[curve.id] = chart.bind(null, curve); });
  plumbline.draw(charts);
}());
