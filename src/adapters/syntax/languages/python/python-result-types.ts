const [text, bytes, list, dictionary, set, file] = [
  '<**PyStr**>',
  '<**PyBytes**>',
  '<**PyList**>',
  '<**PyDict**>',
  '<**PySet**>',
  '<**PyFile**>',
];

const textMethods =
  `capitalize casefold center expandtabs format format_map join ljust lower lstrip replace rjust rstrip strip
  swapcase title translate upper zfill removeprefix removesuffix`.split(/\s+/u);

/**
 * What functions and methods of Python's language and library give back: a type, or `type[]` for a container of what they
 * are given, `type[other]` for a container of another type.
 */
export const pythonResultTypes: Readonly<Record<string, string>> = {
  '<builtin>.str': text,
  '<builtin>.repr': text,
  '<builtin>.chr': text,
  '<builtin>.input': text,
  '<builtin>.open': file,
  '<builtin>.list': `${list}[]`,
  '<builtin>.sorted': `${list}[]`,
  '<builtin>.set': `${set}[]`,
  '<builtin>.frozenset': `${set}[]`,
  '<builtin>.dict': `${dictionary}[]`,
  'collections.OrderedDict': `${dictionary}[]`,
  'os.getcwd': text,
  'os.path.join': text,
  'os.path.dirname': text,
  'os.path.basename': text,
  'os.path.abspath': text,
  'os.path.expanduser': text,
  'os.path.realpath': text,
  'os.getenv': text,
  'os.listdir': `${list}[${text}]`,
  're.compile': 're',
  're.sub': text,
  're.findall': `${list}[${text}]`,
  'io.open': file,
  'codecs.open': file,
  [`${text}.encode`]: bytes,
  [`${bytes}.decode`]: text,
  [`${text}.split`]: `${list}[${text}]`,
  [`${text}.rsplit`]: `${list}[${text}]`,
  [`${text}.splitlines`]: `${list}[${text}]`,
  [`${file}.read`]: text,
  [`${file}.readline`]: text,
  [`${file}.readlines`]: `${list}[${text}]`,
  ...Object.fromEntries(textMethods.map((name) => [`${text}.${name}`, text])),
};
