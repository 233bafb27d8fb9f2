// Microsoft's own Direct Line client, scripted: node directline-client.js ADDRESS USER polling|socket COUNT
// Says COUNT messages; in socket mode the socket is torn down in the middle, and half of the messages are said while it is down. Prints every activity it was given, a line each.
'use strict';

global.XMLHttpRequest = require('xhr2');
const WS = require('ws');
const sockets = [];
global.WebSocket = class extends WS {
  constructor(url) {
    super(url);
    sockets.push(this);
  }
};
const { DirectLine } = require('botframework-directlinejs');

const [address, user, mode, count] = process.argv.slice(2);
const total = Number(count);
const pause = ms => new Promise(done => setTimeout(done, ms));

(async () => {
  const given = await (await fetch(`${address}v3/directline/tokens/generate`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ user: { id: user } }),
  })).json();
  const client = new DirectLine({ token: given.token, domain: `${address}v3/directline`, webSocket: mode === 'socket', pollingInterval: 300 });
  let heard = 0;
  client.activity$.subscribe(a => {
    if (a.type !== 'message') return;
    heard++;
    console.log(JSON.stringify({ id: a.id, from: a.from.id, text: a.text, replyToId: a.replyToId }));
  });
  client.connectionStatus$.subscribe(status => console.error(new Date().toISOString(), 'status', status));
  const say = text => new Promise((done, failed) => client.postActivity({ type: 'message', from: { id: user }, text }).subscribe(done, failed));
  for (let n = 1; n <= total; n++) {
    if (mode === 'socket' && n === Math.ceil(total / 2)) sockets.at(-1).terminate();
    await say(`第${n}句`);
  }

  // The greeting, every message and every answer; the client itself waits 3 to 15 seconds before it connects again.
  for (let waited = 0; heard < 1 + 2 * total && waited < 90000; waited += 100) await pause(100);
  await pause(1500);
  client.end();
  process.exit(0);
})().catch(e => {
  console.error(e);
  process.exit(1);
});
