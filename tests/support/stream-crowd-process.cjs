'use strict';

/*
 * Run as a process of its own: opens many streams of changes, and tells its parent when all are open and when each
 * further event has reached the last of them. Parameters: URL, how many, query.
 */

const http = require('node:http');

const [url, count, query] = process.argv.slice(2);
const streams = Number(count);
const body = JSON.stringify({ query });
/** So many connections are opened at a time; a listener's backlog is finite. */
const AT_A_TIME = 100;

const seen = new Map();
let opened = 0;
let begun = 0;

function open() {
  begun += 1;
  const request = http.request(`${url}/graphql/stream`, {
    method: 'POST',
    agent: false,
    headers: { Accept: 'text/event-stream', 'Content-Type': 'application/json' },
  });
  request.on('error', (error) => process.send({ failed: String(error) }));
  request.on('response', (response) => {
    if (response.statusCode !== 200) process.send({ failed: `status ${response.statusCode}` });
    opened += 1;
    if (begun < streams) open();
    if (opened === streams) process.send({ opened });
    response.setEncoding('utf8');
    let text = '';
    response.on('data', (part) => {
      text += part;
      const blocks = text.split('\n\n');
      text = blocks.pop();
      for (const block of blocks) if (block.startsWith('event: next')) note(block);
    });
    response.on('error', () => undefined);
  });
  request.end(body);
}

function note(event) {
  const times = (seen.get(event) ?? 0) + 1;
  seen.set(event, times);
  if (times === streams) process.send({ reached: event, at: Date.now() });
}

for (let index = 0; index < Math.min(AT_A_TIME, streams); index += 1) open();
process.on('disconnect', () => process.exit(0));
