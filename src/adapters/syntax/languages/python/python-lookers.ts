const builtins = String.raw`<builtin>\.(?!(?:map|filter|sorted|min|max|iter)$)`;
const modules =
  'abc|collections|contextlib|copy|dataclasses|enum|inspect|logging|operator|pickle|pprint|traceback|types|typing|warnings|weakref';

/** Functions of Python and its library that never call the functions that they are given: of the builtins all but a few. */
export const pythonLookers = new RegExp(String.raw`^(?:${builtins}|(?:${modules})\.|functools\.(?!reduce$))`, 'u');
