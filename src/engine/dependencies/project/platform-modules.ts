/** Modules that Node.js itself has: a file of such a name is not meant by its bare name. */
export const platformModules: ReadonlySet<string> = new Set(
  `assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs http
  http2 https inspector module net os path perf_hooks process punycode querystring readline repl stream string_decoder timers
  tls trace_events tty url util v8 vm wasi worker_threads zlib`.split(/\s+/u),
);
