// Opens the conversation of whoever sits before the page and shows it with Microsoft's Web Chat, or with our plain page where the build had no npm.
'use strict';

const page = document.getElementById('chat');
const storageKey = 'partyprojects.conversation';
const retryAfterMs = 3000;

async function token(before) {
  const answer = await fetch('/v3/directline/tokens/generate', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(before ? { conversationId: before } : {}),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

// The first tab goes on in the conversation it had; a second one open at the same time gets its own, so that they do not take the socket from each other.
function ownsConversation() {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise(decide => navigator.locks.request(storageKey + page.dataset.user, { ifAvailable: true }, lock => {
    decide(lock !== null);
    return lock ? new Promise(() => {}) : undefined;
  }));
}

let owns;

async function open() {
  owns ??= await ownsConversation();
  const key = storageKey + page.dataset.user;
  const given = await token(owns ? localStorage.getItem(key) : null);
  if (owns) localStorage.setItem(key, given.conversationId);
  if (window.WebChat) return showWebChat(given);
  await plain();
  window.showPlainChat(page, given);
}

// Our own window, where Microsoft's script is not there or did not arrive.
function plain() {
  return new Promise((done, failed) => document.head.append(Object.assign(document.createElement('script'), { src: page.dataset.plain, onload: done, onerror: failed })));
}

function showWebChat(given) {
  const directLine = WebChat.createDirectLine({ token: given.token, domain: location.origin + '/v3/directline', webSocket: true });
  // 3 expired, 4 failed to connect, 5 ended: a closed lid or a restart. Everything said is on the server and comes again.
  let isOver = false;
  directLine.connectionStatus$.subscribe(status => {
    if (status < 3 || isOver) return;
    isOver = true;
    setTimeout(start, retryAfterMs);
  });
  WebChat.renderWebChat({
    directLine,
    locale: 'zh-Hans',
    nonce: page.dataset.nonce,
    store: WebChat.createStore(),
    styleOptions: {
      primaryFont: "'Noto Sans SC','PingFang SC','Microsoft YaHei','WenQuanYi Micro Hei',sans-serif",
      accent: '#9b1c1c',
      backgroundColor: '#f6f8fa',
      bubbleBackground: '#ffffff', bubbleBorderColor: '#d0d7de', bubbleBorderRadius: 10, bubbleTextColor: '#1f2328',
      bubbleFromUserBackground: '#9b1c1c', bubbleFromUserTextColor: '#ffffff', bubbleFromUserBorderRadius: 10, bubbleFromUserBorderColor: '#9b1c1c',
      bubbleMaxWidth: 640, bubbleMinHeight: 44,
      sendBoxHeight: 60, sendBoxBackground: '#ffffff', sendBoxTextColor: '#1f2328', sendBoxPlaceholderColor: '#57606a', sendBoxButtonColor: '#9b1c1c',
      suggestedActionLayout: 'flow', suggestedActionHeight: 46, suggestedActionBorderColor: '#9b1c1c', suggestedActionTextColor: '#9b1c1c', suggestedActionBorderRadius: 8,
      subtle: '#57606a', timestampColor: '#57606a',
      hideScrollToEndButton: false,
    },
  }, page);
  page.classList.add('ready');
}

function start() {
  open().catch(() => setTimeout(start, retryAfterMs));
}

const clock = document.getElementById('clock');
async function tick() {
  try {
    const answer = await fetch('/programme-time');
    if (answer.ok) clock.textContent = await answer.text();
  } catch {
    // The next tick asks again.
  }
}

if (clock) setInterval(tick, 20000);
start();
