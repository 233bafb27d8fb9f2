// The chat window without Microsoft's client: the same Direct Line server, plain elements. Nothing of a message becomes markup.
'use strict';

window.showPlainChat = function (page, given) {
  const base = '/v3/directline/conversations';
  let { token, conversationId } = given;
  let watermark = '';
  const shown = new Set();

  page.replaceChildren();
  page.classList.add('plain', 'ready');
  const log = Object.assign(document.createElement('div'), { className: 'log' });
  log.setAttribute('role', 'log');
  log.setAttribute('aria-live', 'polite');
  const actions = Object.assign(document.createElement('div'), { className: 'actions' });
  const form = document.createElement('form');
  const box = Object.assign(document.createElement('textarea'), { rows: 2, placeholder: page.dataset.placeholder });
  box.setAttribute('aria-label', page.dataset.placeholder);
  const button = Object.assign(document.createElement('button'), { textContent: page.dataset.send });
  form.append(box, button);
  page.append(log, actions, form);

  const call = (path, options = {}) => fetch(base + path, { ...options, headers: { Authorization: 'Bearer ' + token, 'Content-Type': 'application/json' } });

  function show(activity) {
    if (activity.type !== 'message' || shown.has(activity.id)) return;
    shown.add(activity.id);
    const mine = activity.from && activity.from.role === 'user';
    const bubble = Object.assign(document.createElement('div'), { className: mine ? 'bubble mine' : 'bubble', textContent: activity.text || '' });
    for (const file of activity.attachments || []) {
      if (!file.contentUrl) continue;
      const isPicture = (file.contentType || '').startsWith('image/');
      bubble.append(isPicture
        ? Object.assign(document.createElement('img'), { src: file.contentUrl, alt: file.name || '' })
        : Object.assign(document.createElement('a'), { href: file.contentUrl, textContent: file.name || file.contentUrl }));
    }

    log.append(bubble);
    bubble.scrollIntoView({ block: 'end' });
    actions.replaceChildren();
    if (mine || !activity.suggestedActions) return;
    for (const action of activity.suggestedActions.actions) {
      const tap = Object.assign(document.createElement('button'), { type: 'button', textContent: action.title, className: 'quiet' });
      tap.addEventListener('click', () => say(action.value));
      actions.append(tap);
    }
  }

  async function look() {
    try {
      const answer = await call(`/${conversationId}/activities?watermark=${watermark}`);
      if (answer.status === 403 || answer.status === 404) return location.reload();
      if (answer.ok) {
        const set = await answer.json();
        watermark = set.watermark;
        set.activities.forEach(show);
      }
    } catch {
      // The server is away for a moment; what was said meanwhile comes with the watermark.
    }

    setTimeout(look, 1000);
  }

  async function say(text) {
    const activity = { type: 'message', text, from: {}, locale: 'zh-CN', channelData: { clientActivityID: Date.now().toString(36) + Math.random().toString(36).slice(2) } };
    for (;;) {
      try {
        const answer = await call(`/${conversationId}/activities`, { method: 'POST', body: JSON.stringify(activity) });
        if (answer.ok || answer.status < 500) return;
      } catch {
        // Sent again under the same name, so it is taken once.
      }

      await new Promise(done => setTimeout(done, 2000));
    }
  }

  form.addEventListener('submit', e => {
    e.preventDefault();
    const text = box.value.trim();
    if (text) say(text);
    box.value = '';
  });
  box.addEventListener('keydown', e => {
    if (e.key !== 'Enter' || e.shiftKey || e.isComposing) return;
    e.preventDefault();
    form.requestSubmit();
  });
  setInterval(async () => {
    const answer = await fetch('/v3/directline/tokens/refresh', { method: 'POST', headers: { Authorization: 'Bearer ' + token } });
    if (answer.ok) token = (await answer.json()).token;
  }, 15 * 60 * 1000);
  call('', { method: 'POST', body: '{}' }).then(look);
};
