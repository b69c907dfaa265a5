import express, { type Request } from 'express';
import { wantsStream } from './stream';

function requestWith(accept: string | undefined): Request {
  return Object.assign(Object.create(express.request), {
    headers: accept === undefined ? {} : { accept },
  });
}

it.each([
  [undefined, false],
  ['*/*', false],
  ['application/json', false],
  ['text/event-stream', true],
  ['text/*', true],
  ['TEXT/Event-Stream', true],
  // In the order of the header if both have the same weight.
  ['text/event-stream, application/json', true],
  ['application/json, text/event-stream', false],
  ['application/json;q=0.4, text/event-stream;q=0.5', true],
  ['application/json, text/event-stream;q=0.9', false],
  ['text/event-stream;q=0, */*', false],
  ['text/event-streaming', false],
  ['application/vnd.acme+json; profile="text/event-stream"', false],
  ['image/png', false],
])('Accept: %s asks for a stream: %s', (accept, expected) => {
  expect(wantsStream(requestWith(accept))).toBe(expected);
});
