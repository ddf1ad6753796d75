/* Response time over rate: a solid line of p99 with its range, and a dashed one of p50, per shape. */
plumbline.load = (function () {
  'use strict';

  function color(line) {
    return plumbline.root('--h' + line.hue % 4);
  }

  /* All rates, rising: the lines have hardly one in common. */
  function rates(load) {
    var all = [];
    load.lines.forEach(function (line) {
      line.points.forEach(function (point) {
        if (all.indexOf(point.rate) < 0) {
          all.push(point.rate);
        }
      });
    });
    return all.sort(function (a, b) { return a - b; });
  }

  function column(line, all, key) {
    return all.map(function (rate) {
      var at = line.points.filter(function (point) { return point.rate === rate; });
      return at.length ? at[0][key] : null;
    });
  }

  function ranges(load) {
    return function (u) {
      var ctx = u.ctx;
      var ratio = uPlot.pxRatio;
      ctx.save();
      ctx.lineWidth = 1.25 * ratio;
      load.lines.forEach(function (line) {
        ctx.strokeStyle = color(line);
        line.points.forEach(function (point) {
          var x = u.valToPos(point.rate, 'x', true);
          var ends = [u.valToPos(point.least, 'y', true), u.valToPos(point.most, 'y', true)];
          ctx.beginPath();
          ctx.moveTo(x, ends[0]);
          ctx.lineTo(x, ends[1]);
          ends.forEach(function (y) {
            ctx.moveTo(x - 3 * ratio, y);
            ctx.lineTo(x + 3 * ratio, y);
          });
          ctx.stroke();
        });
      });
      ctx.restore();
    };
  }

  /* 1, 2 and 5 of each decade, or where these are too many, 1 only. */
  function splits(u, index, low, high) {
    var found = [];
    var steps = Math.log10(high / low) * 3 * 48 > u.width ? [1] : [1, 2, 5];
    for (var power = Math.floor(Math.log10(low)); Math.pow(10, power) <= high; power++) {
      steps.forEach(function (step) {
        var rate = step * Math.pow(10, power);
        if (rate >= low && rate <= high) {
          found.push(rate);
        }
      });
    }
    return found;
  }

  function rate(perSecond) {
    return String(perSecond).replace(/\B(?=(\d{3})+$)/g, ',');
  }

  /* The legend says what the points at the rate under the pointer are. */
  function readouts(load, all, element) {
    var figure = element.closest('figure');
    var head = figure.querySelector('[data-at]');
    var cells = figure.querySelectorAll('[data-readout]');
    return function (u) {
      var index = u.cursor.idx;
      var shown = index !== null && index !== undefined && u.cursor.left >= 0;
      head.textContent = shown ? 'at ' + rate(all[index]) + '/s' : '';
      load.lines.forEach(function (line, i) {
        var at = line.points.filter(function (point) { return shown && point.rate === all[index]; })[0];
        cells[i].textContent = at
          ? 'p50 ' + plumbline.latency(at.p50) + ', p99 ' + plumbline.latency(at.p99) + ', ' + at.operations.toLocaleString('en') + ' operations'
          : '';
      });
    };
  }

  return function (load, element) {
    var all = rates(load);
    var columns = [all];
    var series = [{}];
    load.lines.forEach(function (line) {
      columns.push(column(line, all, 'p99'), column(line, all, 'p50'));
      series.push(
        { label: line.name + ' p99', stroke: color(line), width: 2.25, spanGaps: true, points: { show: true, size: 6 } },
        { label: line.name + ' p50', stroke: color(line), width: 1.5, dash: [5, 4], spanGaps: true, points: { show: true, size: 4 } });
    });
    return { columns: columns, options: {
      padding: [12, 20, 0, 0],
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 8 } },
      scales: {
        x: { time: false, distr: 3, log: 10, range: [all[0] / 1.3, all[all.length - 1] * 1.3] },
        y: { distr: 3, log: 10, range: [load.low, load.high] }
      },
      axes: [
        plumbline.axis(30, {
          splits: splits,
          /* uPlot would keep the powers of ten only. */
          filter: function (u, found) { return found; },
          values: function (u, found) { return found.map(rate); },
          label: 'operations per second that were asked for',
          labelSize: 20
        }),
        plumbline.axis(52, {
          splits: plumbline.decades,
          values: function (u, found) { return found.map(function (y) { return y === null ? null : plumbline.tick(Math.round(y)); }); }
        })
      ],
      series: series,
      hooks: { drawAxes: [plumbline.millisecond], draw: [ranges(load)], setCursor: [readouts(load, all, element)] }
    } };
  };
}());
