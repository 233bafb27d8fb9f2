// The wall chart keeps itself up to date; without script it is right as of when it was opened.
(() => {
  const chart = document.querySelector("[data-refresh]");
  if (!chart) return;
  const seconds = Number(chart.dataset.refresh);
  setInterval(async () => {
    try {
      const answer = await fetch(location.href, { credentials: "same-origin", headers: { "x-refresh": "1" } });
      if (!answer.ok || answer.redirected) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-refresh]");
      if (fresh) chart.replaceChildren(...fresh.childNodes);
    } catch { /* the network comes back; the next round tries again */ }
  }, seconds * 1000);
})();
