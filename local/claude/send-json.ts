import type { ServerResponse } from 'node:http';

export function sendLines(response: ServerResponse, lines: string): void {
  response.writeHead(200, { 'content-type': 'application/x-jsonl' });
  response.end(lines);
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
