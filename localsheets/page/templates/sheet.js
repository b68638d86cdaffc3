(function () {
  var grid = document.getElementById("grid"), scroll = document.getElementById("scroll");
  var nameBox = document.getElementById("name"), entered = document.getElementById("entered");
  var tip = document.getElementById("tip"), selected = null;

  // Google's address of a tab: /spreadsheets/d/ID/edit#gid=7&range=B2
  var google = /^#gid=(\d+)(?:&range=([^&]+))?/.exec(location.hash);
  if (google) {
    location.replace("?gid=" + google[1] + (google[2] ? "#" + google[2] : ""));
    return;
  }

  function freeze() {
    var head = grid.tHead.rows[0], top = head.offsetHeight, i, last = null;
    var rows = grid.tBodies[0].rows;
    for (i = 0; i < rows.length && rows[i].classList.contains("fz"); i++) {
      rows[i].style.top = top + "px";
      top += rows[i].offsetHeight;
      last = rows[i];
    }
    if (last) last.classList.add("last");
    scroll.style.scrollPaddingTop = top + 8 + "px";
    var heads = head.querySelectorAll("th.fz");
    if (!heads.length) return;
    var left = head.cells[0].offsetWidth, lefts = {};
    heads.forEach(function (th, n) {
      lefts[th.dataset.col] = left;
      th.style.left = left + "px";
      if (n === heads.length - 1) th.classList.add("last");
      left += th.offsetWidth;
    });
    scroll.style.scrollPaddingLeft = left + 8 + "px";
    var lastCol = heads[heads.length - 1].dataset.col;
    grid.querySelectorAll("tbody td").forEach(function (td) {
      var col = td.id.replace(/\d+/, "");
      if (!(col in lefts)) return;
      td.classList.add("fz");
      td.style.left = lefts[col] + "px";
      if (col === lastCol) td.classList.add("last");
    });
  }

  function overflow() {
    grid.querySelectorAll("td[data-over]").forEach(function (td) {
      var count = +td.dataset.over, cell = td;
      while (count-- > 0 && cell) { cell.classList.add("over"); cell = cell.nextElementSibling; }
    });
  }

  function place() {
    document.querySelectorAll(".chart").forEach(function (chart) {
      var cell = document.getElementById(chart.dataset.cell);
      if (!cell) return;
      chart.style.left = cell.offsetLeft + (+chart.dataset.x) + "px";
      chart.style.top = cell.offsetTop + (+chart.dataset.y) + "px";
    });
  }

  function select(cell, show) {
    if (!cell) return;
    if (selected) selected.classList.remove("sel");
    grid.querySelectorAll("th.on").forEach(function (th) { th.classList.remove("on"); });
    selected = cell;
    cell.classList.add("sel");
    nameBox.textContent = cell.id;
    entered.textContent = cell.dataset.f !== undefined ? cell.dataset.f : cell.textContent;
    var parts = /^([A-Z]+)(\d+)$/.exec(cell.id);
    var col = grid.querySelector('th[data-col="' + parts[1] + '"]');
    var row = grid.querySelector('th[data-row="' + parts[2] + '"]');
    if (col) col.classList.add("on");
    if (row) row.classList.add("on");
    if (show) cell.scrollIntoView({ block: show, inline: show });
  }

  function go() {
    var name = decodeURIComponent(location.hash.slice(1)).split(":")[0];
    var cell = /^[A-Z]+\d+$/.test(name) ? document.getElementById(name) : null;
    if (cell) { select(cell, "center"); cell.classList.add("goal"); }
    return !!cell;
  }

  function step(key) {
    var cell = selected;
    if (key === "ArrowLeft" || key === "ArrowRight") {
      var near = key === "ArrowLeft" ? cell.previousElementSibling : cell.nextElementSibling;
      return near && near.tagName === "TD" ? near : null;
    }
    var col = cell.id.replace(/\d+/, ""), row = cell.parentElement;
    while (row) {
      row = key === "ArrowUp" ? row.previousElementSibling : row.nextElementSibling;
      var found = row && document.getElementById(col + row.cells[0].dataset.row);
      if (found) return found;
    }
    return null;
  }

  grid.addEventListener("mousedown", function (event) {
    var cell = event.target.closest("td");
    if (cell) select(cell);
  });
  grid.addEventListener("mouseover", function (event) {
    var cell = event.target.closest("td[data-note]");
    tip.hidden = !cell;
    if (!cell) return;
    tip.textContent = cell.dataset.note;
    var box = cell.getBoundingClientRect();
    tip.style.left = Math.min(box.right + 6, innerWidth - 340) + "px";
    tip.style.top = box.top + "px";
  });
  scroll.addEventListener("keydown", function (event) {
    if (!/^Arrow/.test(event.key) || !selected) return;
    event.preventDefault();
    select(step(event.key), "nearest");
  });
  addEventListener("hashchange", go);
  addEventListener("load", function () { setTimeout(go, 0); });

  freeze();
  overflow();
  place();
  if (!go()) select(grid.querySelector("tbody td"));
  var current = document.querySelector("nav a[aria-current]");
  if (current) current.scrollIntoView({ inline: "nearest", block: "nearest" });
  scroll.focus({ preventScroll: true });
})();
