/** Names of the language and its usual hosts that need no import. */
export const ecmascriptBuiltins: ReadonlySet<string> = new Set(
  `AbortController AbortSignal AggregateError Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Blob Boolean
  Buffer DataView Date Error EvalError Event EventTarget File FinalizationRegistry Float32Array Float64Array FormData
  Function Headers Infinity Int16Array Int32Array Int8Array Intl Iterator JSON Map Math MessageChannel NaN Number Object
  Promise Proxy RangeError ReadableStream ReferenceError Reflect RegExp Request Response Set SharedArrayBuffer String
  Symbol SyntaxError TextDecoder TextEncoder TransformStream TypeError URIError URL URLSearchParams Uint16Array
  Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet WebAssembly WritableStream arguments atob btoa
  clearImmediate clearInterval clearTimeout confirm console crypto decodeURI decodeURIComponent document encodeURI
  encodeURIComponent escape eval exports fetch global globalThis import isFinite isNaN localStorage location module
  navigator parseFloat parseInt performance process queueMicrotask require setImmediate setInterval setTimeout
  structuredClone super this undefined unescape window __dirname __filename
  Record Partial Required Readonly Pick Omit Exclude Extract NonNullable Parameters ReturnType InstanceType Awaited
  ReadonlyArray ReadonlyMap ReadonlySet PromiseLike Iterable IterableIterator AsyncIterable Generator AsyncGenerator
  ThisParameterType ConstructorParameters Uppercase Lowercase Capitalize Uncapitalize NodeJS RequestInit
  ErrorOptions AsyncIterator ArrayLike PropertyKey TemplateStringsArray NoInfer bigint OmitThisParameter ThisType
  IteratorResult AsyncIterableIterator ArrayIterator MapIterator SetIterator PropertyDescriptor RegExpExecArray
  RegExpMatchArray BufferEncoding WeakKey Disposable AsyncDisposable JSX HTMLElement Element Node WebSocket Worker
  XMLHttpRequest MessagePort MessageEvent ResponseInit HeadersInit BodyInit`.split(/\s+/u),
);
