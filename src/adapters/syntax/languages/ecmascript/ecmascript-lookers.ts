/** Functions and classes of the language and its hosts that call, of all that they are given, only what {@link callers} are given. */
const known =
  `AbortController|AbortSignal|(?:Aggregate|Eval|Range|Reference|Syntax|Type|URI)?Error|Array|ArrayBuffer|Atomics|BigInt|Blob
|Boolean|Buffer|DataView|Date|Event|File|FormData|Headers|Intl|JSON|Map|Math|Number|Object|Promise|Reflect|RegExp|Request|Response
|Set|String|Symbol|TextDecoder|TextEncoder|URL|URLSearchParams|WeakMap|WeakRef|WeakSet|(?:Big)?(?:Int|Uint|Float)\\d+(?:Clamped)?Array
|arguments|atob|btoa|clear\\w+|console|decodeURI(?:Component)?|encodeURI(?:Component)?|escape|isFinite|isNaN|parseFloat|parseInt|performance
|queueMicrotask|set(?:Timeout|Interval|Immediate)|structuredClone|unescape`.replaceAll('\n', '');

const callers =
  `JSON\\.parse|JSON\\.stringify|Promise|apply|catch|construct|every|filter|finally|find|findIndex|findLast|findLastIndex|flatMap|forEach|from|fromAsync
|groupBy|map|reduce|reduceRight|replace|replaceAll|some|sort|then|toSorted|try`.replaceAll('\n', '');

/** Names of functions of JavaScript that look at functions or keep them, and never call them. `f.call(self, …)` is as `f`. */
export const ecmascriptLookers = new RegExp(
  String.raw`^<builtin>\.(?!(?:.*\.)?(?:${callers})(?:\.(?:call|apply|bind))*$)(?:${known})(?:\.|$)`,
  'u',
);

/** Function → the position of the first argument that it may call, where that is not the first. */
export const ecmascriptFirstCallback: Readonly<Record<string, number>> = {
  '<builtin>.Array.from': 1,
  '<builtin>.Array.fromAsync': 1,
  '<builtin>.JSON.parse': 1,
  '<builtin>.JSON.stringify': 1,
  '<builtin>.Map.groupBy': 1,
  '<builtin>.Object.groupBy': 1,
};
